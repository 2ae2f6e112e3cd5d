package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.work.Outcome;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private final Attempt attempt = new Attempt();
  private final ToolAnswer answer = new ToolAnswer("call-1", "no", Outcome.FAILED, null);

  @Test
  void isNotBegunAnyMoreOnceItWasGivenUp() {
    assertThat(attempt.giveUp()).isEmpty();

    assertThat(attempt.begin()).isFalse();
    assertThat(attempt.mayHaveHappened(false)).isFalse();
  }

  @Test
  void handsOutAnAnswerThatCameAtTheLastMomentInsteadOfBeingGivenUp() {
    attempt.begin();
    attempt.answered(answer);

    assertThat(attempt.giveUp()).contains(answer);
    assertThat(attempt.isGivenUp()).isFalse();
  }

  @Test
  void keepsAnAnswerThatCameTooLate() {
    attempt.begin();
    attempt.giveUp();
    attempt.answered(answer);

    assertThat(attempt.isGivenUp()).isTrue();
    assertThat(attempt.answer()).contains(answer);
  }

  /** A repeat was sent with the key of the first try and was refused while nobody waited. */
  @Test
  void ofARepeatThatFailsLateSaysNothingOfTheFirstTry() {
    attempt.isRepeat();
    attempt.begin();
    attempt.giveUp();
    attempt.answered(answer);

    assertThat(attempt.lateAnswer()).isEmpty();
  }

  @Test
  void settlesTheCallWhenItFailsLateByItself() {
    attempt.begin();
    attempt.giveUp();
    attempt.answered(answer);

    assertThat(attempt.lateAnswer()).contains(answer);
  }
}
