package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Trials.Listed;
import dev.recap.desk.trial.Trials.Rated;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final String DAY = "2026-11-29T00:00:00Z";
  private static final TrialResult RESULT = TrialPageTest.result(true, "T-1");

  private final TicketStore desk = Desks.empty();
  private final Trials trials = new Trials(desk);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatIsPutOnRecordIsListedAndReadAsItWas() {
    trials.put(RESULT);
    trials.put(RESULT);

    assertThat(trials.all()).containsExactly(new Listed("id", DAY, "T-1", "T-1", "done"));
    assertThat(trials.result("id")).contains(RESULT);
    assertThat(trials.result("other")).isEmpty();
  }

  @Test
  void theLastWordOfEachPersonOnAPairCounts() {
    trials.put(RESULT);
    trials.rate("id", new Rated("T-1", "Ann", Rating.AGENT_BETTER, DAY));
    trials.rate("id", new Rated("T-1", "Bob", Rating.SAME, DAY));
    var last = new Rated("T-1", "Ann", Rating.HUMAN_BETTER, DAY);
    trials.rate("id", last);
    trials.put(RESULT);

    assertThat(trials.ratings("id"))
        .containsExactly(new Rated("T-1", "Bob", Rating.SAME, DAY), last);
  }

  @Test
  void onlyAPairThatThereIsCanBeRated() {
    trials.put(RESULT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.rate("id", new Rated("T-2", "Ann", Rating.SAME, DAY)))
        .withMessageContaining("'T-2'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.rate("no", new Rated("T-1", "Ann", Rating.SAME, DAY)))
        .withMessageContaining("'no'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rating.of("best"))
        .withMessageContainingAll("'best'", "agent better");
  }

  @Test
  void ofAnErasedCustomerNoWordStaysAndTheFiguresDo() {
    trials.put(RESULT);
    trials.erase("T-1");

    TrialResult left = trials.result("id").orElseThrow();
    assertThat(left.fields()).isEqualTo(RESULT.fields());
    TrialPair pair = left.pairs().getFirst();
    assertThat(List.of(pair.subject(), pair.text())).containsOnly("");
    assertThat(pair.human().reply()).isNull();
    assertThat(pair.agent().reply()).isNull();
    assertThat(pair.ground().findings()).isEmpty();
  }

  @Test
  void aTrialThatIsForgottenLeavesNothing() {
    trials.put(RESULT);
    trials.rate("id", new Rated("T-1", "Ann", Rating.SAME, DAY));

    trials.delete("id");

    assertThat(trials.all()).isEmpty();
    assertThat(trials.ratings("id")).isEmpty();
    List<Integer> left =
        desk.besides(handle ->
            handle.createQuery("select count(*) from trial_rating").mapTo(Integer.class).list());
    assertThat(left).containsExactly(0);
  }
}
