package dev.recap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.testing.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final Journal entries = Journal.inMemory();
  private final ProjectedJournal journal = new ProjectedJournal(entries, 0, entry -> {});
  private int turn;

  BreakerTest() {
    journal.append(new UserSaid("Paint.", true));
  }

  private void measured(long promptTokens) {
    var reply =
        new ModelReply(
            List.of(new Text("So.")), StopReason.PAUSE_TURN, new Usage(promptTokens, 0, 0, 0), "");
    turn++;
    journal.append(new Replied(turn, reply, Story.NOON));
  }

  private void claims(String stage, long before, long after) {
    var report = new Compacted.Report(before, after, 9, 9, null);
    journal.append(
        new Compacted(
            stage,
            journal.view().head(),
            RollUp.NONE,
            new Left(Set.of(), List.of(), Set.of(), 0),
            report));
  }

  private boolean pauses(String stage) {
    return journal.breaker().pauses(stage, journal.view());
  }

  private void fallsShort() {
    measured(2_000);
    claims("trim", 2_000, 1_000);
    measured(1_900);
  }

  @Test
  void staysClosedAfterOneDisappointment() {
    fallsShort();

    assertThat(pauses("trim")).isFalse();
  }

  @Test
  void pausesAStageThatFellShortTwiceInARow() {
    fallsShort();
    fallsShort();

    assertThat(pauses("trim")).isTrue();
    assertThat(pauses("summarize")).isFalse();
  }

  @Test
  void letsItTryAgainOnceTheViewHasGrownByATenth() {
    fallsShort();
    fallsShort();
    measured(2_090);

    assertThat(pauses("trim")).isFalse();
  }

  @Test
  void pausesItAgainAtOnceWhenItDisappointsAgain() {
    fallsShort();
    fallsShort();
    measured(2_090);
    claims("trim", 2_090, 1_000);
    measured(2_080);

    assertThat(pauses("trim")).isTrue();
  }

  @Test
  void forgivesAfterACompactionThatHeldHalfOfWhatItClaimed() {
    fallsShort();
    measured(2_000);
    claims("trim", 2_000, 1_000);
    measured(1_500);
    fallsShort();

    assertThat(pauses("trim")).isFalse();
  }

  @Test
  void judgesStagesThatActedTogetherByTheirCommonClaim() {
    for (int i = 0; i < 2; i++) {
      measured(2_000);
      claims("fold", 2_000, 1_500);
      claims("trim", 1_500, 1_400);
      measured(1_600);
    }

    assertThat(pauses("trim")).isFalse();
  }

  @Test
  void doesNotJudgeByAPromptThatNobodyMeasured() {
    for (int i = 0; i < 3; i++) {
      measured(2_000);
      claims("trim", 2_000, 1_000);
      measured(0);
    }

    assertThat(pauses("trim")).isFalse();
  }

  @Test
  void isAFoldOfTheJournal() {
    fallsShort();
    fallsShort();

    assertThat(new ProjectedJournal(entries, 0, entry -> {}).breaker())
        .isEqualTo(journal.breaker());
    assertThat(journal.breaker()).isNotEqualTo(Breaker.CLOSED);
  }
}
