package dev.recap.tool.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolCall;
import dev.recap.tool.CallContext;
import dev.recap.tool.ForeignTool;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolFailure;
import dev.recap.tool.binding.ReadyTool;
import dev.recap.work.IdempotencyKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static final ToolAnswer NO = ToolAnswer.failed("call-1", "no");

  private Attempt attempt(boolean repeat, Attempt.Body body) {
    var tool = ForeignTool.of("pay", "", "{\"type\":\"object\"}", (arguments, call) -> "paid");
    var call =
        CallContext.of("run-1", new IdempotencyKey("pay:1"), new ToolCall("call-1", "pay", "{}"));
    return new Attempt(ReadyTool.of(tool), call, Duration.ofSeconds(1), repeat, body);
  }

  @Test
  void isNotBegunAnyMoreOnceItWasGivenUp() {
    Attempt attempt =
        attempt(
            false,
            by -> {
              throw new AssertionError("it must not be made");
            });

    assertThat(attempt.giveUp()).isEmpty();

    assertThat(attempt.run()).isFalse();
    assertThat(attempt.mayHaveHappened()).isFalse();
    assertThat(attempt.isLeftRunning()).isFalse();
  }

  @Test
  void handsOutAnAnswerThatCameAtTheLastMomentInsteadOfBeingGivenUp() {
    Attempt attempt = attempt(false, by -> NO);
    attempt.run();

    assertThat(attempt.giveUp()).contains(NO);
    assertThat(attempt.isLeftRunning()).isFalse();
  }

  @Test
  void keepsAnAnswerThatCameTooLate() {
    Attempt attempt = attempt(false, AttemptTest::refusedAfterItWasGivenUp);
    attempt.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.isLeftRunning()).isTrue();
    assertThat(attempt.answer()).contains(NO);
  }

  /** A repeat was sent with the key of the first try and was refused while nobody waited. */
  @Test
  void ofARepeatThatFailsLateSaysNothingOfTheFirstTry() {
    Attempt attempt = attempt(true, AttemptTest::refusedAfterItWasGivenUp);
    attempt.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.lateAnswer()).isEmpty();
  }

  @Test
  void settlesTheCallWhenItFailsLateByItself() {
    Attempt attempt = attempt(false, AttemptTest::refusedAfterItWasGivenUp);
    attempt.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.lateAnswer()).contains(NO);
  }

  @Test
  void thatBeginsItsEffectAfterItsMethodHasEndedMustNotBegin() {
    Attempt attempt = attempt(false, by -> NO);
    attempt.run();

    assertThat(attempt.effectBegins()).isFalse();
  }

  private static ToolAnswer refusedAfterItWasGivenUp(Attempt attempt) {
    assertThat(attempt.giveUp()).isEmpty();
    throw new ToolFailure("no");
  }
}
