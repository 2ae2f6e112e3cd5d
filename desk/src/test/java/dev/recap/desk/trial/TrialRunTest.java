package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialOffice.answered;
import static dev.recap.desk.trial.TrialOffice.decided;
import static dev.recap.desk.trial.TrialOffice.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.trial.TrialResult.Reason;
import dev.recap.desk.trial.TrialResult.Tickets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRunTest {
  private static final String REPLY = "Wir tauschen die Lampe gern um, Frau Müller.";

  private static final List<Answered> GERMAN =
      List.of(
          answered("4711", "Die Rechnung stimmt nicht.", decided("Rechnung", "dringend", REPLY)),
          answered("A b/ü", "Die Lampe flackert.", decided("Technik", "normal", null)),
          answered("4713", "Wo ist mein Paket?", decided(null, null, null)));

  private static final Decisions ALWAYS = new Decisions("Technik", "normal", null, "Bald mehr.");

  @TempDir private Path parent;
  private Path folder;
  private TrialOffice office;

  @BeforeEach
  void open() {
    folder = parent.resolve("trial");
    office = new TrialOffice(folder);
  }

  @Test
  void laysWhatTheAgentDidBesideWhatPeopleHadDecided() {
    TrialResult result = office.work(order(GERMAN, Budget.NONE), new Trainee(ALWAYS));

    assertThat(result.about().state()).isEqualTo("done");
    assertThat(result.tickets()).isEqualTo(new Tickets(3, 3, 1, 0));
    assertThat(result.pairs())
        .extracting(TrialPair::ticket)
        .containsExactly("4711", "A b/ü", "4713");
    assertThat(result.fields())
        .extracting(
            field -> "%s %d of %d".formatted(field.field(), field.agree(), field.compared()))
        .containsExactly("category 1 of 2", "priority 1 of 2", "team 0 of 0");
    TrialPair first = result.pairs().getFirst();
    assertThat(first.human()).isEqualTo(decided("Rechnung", "dringend", REPLY));
    assertThat(first.agent()).isEqualTo(ALWAYS);
    assertThat(first.differs()).containsExactly("category", "priority");
    assertThat(result.forPeople()).containsExactly(new Reason("no article was found", 3));
  }

  @Test
  void saysWhatItTook() {
    TrialResult result = office.work(order(GERMAN, Budget.NONE), new Trainee(ALWAYS));

    int replies = 3 * 6 + 2;
    assertThat(result.spending().tokens()).isEqualTo(replies * 1_100L);
    assertThat(result.spending().dollars()).isCloseTo(replies * 0.0015, within(1e-9));
    assertThat(result.spending().tokensATicket()).isEqualTo(replies * 1_100L / 3);
    assertThat(result.spending().dollarsATicket()).isCloseTo(replies * 0.0005, within(1e-9));
    assertThat(result.spending().secondsATicket()).isNotNegative();
    assertThat(office.told()).extracting(TrialProgress::worked).containsExactly(1, 2, 3);
    assertThat(office.told().getFirst().tokens()).isEqualTo(6 * 1_100);
  }

  @Test
  void nothingThatAPersonDecidedIsShownToTheAgentOrStandsWhereItsToolsRead() throws IOException {
    var trainee = new Trainee(ALWAYS);
    office.work(order(GERMAN, Budget.NONE), trainee);

    assertThat(trainee.shown())
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request.toString()).doesNotContain("Frau Müller"));
    // The agent never says these, so only the tools' declarations have them.
    assertThat(trainee.shown())
        .allSatisfy(request ->
            assertThat(request.messages().toString())
                .doesNotContain("\"Rechnung\"")
                .doesNotContain("dringend"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                  .doesNotContain("tauschen die Lampe")
                  .doesNotContain("dringend"));
    }
  }

  @Test
  void theAgentChoosesFromTheDesksOwnValues() {
    var trainee = new Trainee(ALWAYS);
    office.work(order(GERMAN, Budget.NONE), trainee);

    assertThat(trainee.shown().getFirst().tools().toString())
        .contains("\"Rechnung\",\"Technik\"", "\"dringend\",\"normal\"")
        .doesNotContain("billing");
  }

  @Test
  void aBudgetStopsItBeforeItOverspendsAndALargerOneGoesOn() {
    TrialResult stopped =
        office.work(order(GERMAN, new Budget(0.05, Long.MAX_VALUE)), new Trainee(ALWAYS));

    assertThat(stopped.about().state()).isEqualTo("over budget");
    assertThat(stopped.spending().dollars()).isPositive().isLessThanOrEqualTo(0.05);
    assertThat(stopped.tickets().worked()).isBetween(0, 2);
    assertThat(stopped.pairs()).hasSize(stopped.tickets().worked());
    assertThat(stopped.about().remark()).contains("$0.0500");

    TrialResult done =
        office.work(order(GERMAN, new Budget(5, Long.MAX_VALUE)), new Trainee(ALWAYS));
    assertThat(done.about().state()).isEqualTo("done");
    assertThat(done.tickets()).isEqualTo(new Tickets(3, 3, 1, 0));
    assertThat(done.about().id()).isEqualTo(stopped.about().id());
  }

  @Test
  void afterAStopAnotherProcessGoesOnAndAsksForNothingTwice() {
    var first =
        new Trainee(
            ALWAYS,
            times -> {
              if (times == Trainee.REPLIES_A_TICKET + 2) {
                office.stop().ask();
              }
            });
    TrialOrder order = order(GERMAN, Budget.NONE);
    TrialResult stopped = office.work(order, first);
    assertThat(stopped.about().state()).isEqualTo("stopped");
    assertThat(stopped.tickets()).isEqualTo(new Tickets(3, 1, 1, 0));

    var second = new Trainee(ALWAYS);
    var other = new TrialOffice(folder);
    assertThat(other.run(order, second).worked(folder)).isEqualTo(1);
    TrialResult done = other.work(order, second);
    assertThat(done.tickets().worked()).isEqualTo(3);
    assertThat(done.fields().getFirst().compared()).isEqualTo(2);
    assertThat(first.shown().size() + second.shown().size()).isEqualTo(3 * 6 + 2);
  }

  @Test
  void whenItIsDoneTheSameOrderAsksForNothingMore() {
    TrialOrder order = order(GERMAN, Budget.NONE);
    TrialResult done = office.work(order, new Trainee(ALWAYS));

    var again = new Trainee(ALWAYS);
    assertThat(office.work(order, again)).isEqualTo(done);
    assertThat(again.shown()).isEmpty();
  }

  @Test
  void aFolderWithAnotherTrialIsRefusedNamingWhatDiffers() {
    office.work(order(GERMAN, Budget.NONE), new Trainee(ALWAYS));

    TrialOrder fewer = order(GERMAN.subList(0, 2), Budget.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.work(fewer, new Trainee(ALWAYS)))
        .withMessageContainingAll(folder.toString(), "other tickets");
    TrialOrder same = order(GERMAN, Budget.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.run(same, new Trainee(ALWAYS), "edited").worked(folder))
        .withMessageContainingAll(folder.toString(), "other articles");
    var who = new TrialOrder.Who("another", false, "another", 100_000, 1);
    var other = new TrialOrder(same.made(), GERMAN, same.rules(), who, Budget.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.work(other, new Trainee(ALWAYS)))
        .withMessageContainingAll(folder.toString(), "'trainee'");
  }

  @Test
  void withoutAnyDecisionOfAPersonThereIsNothingToTry() {
    List<Answered> none = List.of(answered("1", "Hilfe", decided(null, " ", null)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> order(none, Budget.NONE))
        .withMessageContainingAll("1 ticket", "category");
  }

  @Test
  void repliesAloneAreComparedAsWell() {
    List<Answered> replies = List.of(answered("1", "Hilfe", decided(null, null, REPLY)));

    TrialResult result =
        office.work(
            order(replies, Budget.NONE), new Trainee(new Decisions(null, null, null, "Ja.")));

    assertThat(result.pairs()).hasSize(1);
    assertThat(result.pairs().getFirst().agent()).isEqualTo(new Decisions(null, null, null, "Ja."));
    assertThat(result.fields()).allSatisfy(field -> assertThat(field.share()).isNull());
  }

  @Test
  void whatADraftPromisesWithoutASourceIsFound() {
    var generous = new Decisions("Technik", "normal", null, "Sie bekommen 50 € zurück.");

    TrialResult result = office.work(order(GERMAN, Budget.NONE), new Trainee(generous));

    assertThat(result.tickets().flagged()).isEqualTo(3);
    assertThat(result.pairs().getFirst().ground().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).contains("50"));
  }

  @Test
  void theEstimateGrowsWithTheTicketsAndKnowsNoMoneyWithoutAPrice() {
    TrialRun run = office.run(order(GERMAN, Budget.NONE), new Trainee(ALWAYS));
    TrialEstimate three = run.estimate(0);
    TrialEstimate one = run.estimate(2);

    assertThat(three.tickets()).isEqualTo(3);
    assertThat(three.promptTokens()).isBetween(2 * one.promptTokens(), 4 * one.promptTokens());
    assertThat(Objects.requireNonNull(three.dollars()))
        .isPositive()
        .isLessThan(Objects.requireNonNull(three.dollarsWithoutCache()));
    assertThat(
            TrialEstimate.of(
                List.of(GERMAN.getFirst().ticket()), List.of(), Trainee.PROFILE.prices(null)))
        .extracting(TrialEstimate::dollars)
        .isNull();
  }
}
