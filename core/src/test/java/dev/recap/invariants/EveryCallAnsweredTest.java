package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.result;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import org.junit.jupiter.api.Test;

class EveryCallAnsweredTest {
  private static final Message TWO_CALLS = assistant(text("So:"), call("a"), call("b"));
  private final Invariant rule = new EveryCallAnswered();

  @Test
  void theNextMessageAnswersEachCallAndMaySayMore() {
    assertThat(broken(rule, TASK, TWO_CALLS, user(result("a"), result("b")), assistant(call("c"))))
        .containsExactly("no message answers calls [c] of the last one");
    assertThat(broken(rule, TASK, TWO_CALLS, user(result("a"), result("b"), text("Go on."))))
        .isEmpty();
  }

  @Test
  void noCallIsLeftOut() {
    assertThat(broken(rule, TASK, TWO_CALLS, user(result("b"))))
        .containsExactly("message 2 answers calls [b], but was asked [a, b]");
  }

  @Test
  void noCallIsAnsweredTwice() {
    assertThat(broken(rule, TASK, TWO_CALLS, user(result("a"), result("a"), result("b"))))
        .hasSize(1);
  }

  @Test
  void answersComeInCallOrder() {
    assertThat(broken(rule, TASK, TWO_CALLS, user(result("b"), result("a")))).hasSize(1);
  }

  @Test
  void answersDoNotComeLater() {
    Message answers = user(result("a"), result("b"));

    assertThat(broken(rule, TASK, TWO_CALLS, TASK, assistant(text("?")), answers))
        .containsExactly(
            "message 2 answers calls [], but was asked [a, b]",
            "message 4 answers calls [a, b], but was asked []");
  }

  @Test
  void nothingIsAnsweredThatWasNotAsked() {
    assertThat(broken(rule, user(result("x"), text("Paint."))))
        .containsExactly("message 0 answers calls [x], but was asked []");
  }

  @Test
  void answersComeBeforeAnythingElse() {
    assertThat(broken(rule, TASK, assistant(call("a")), user(text("Go."), result("a"))))
        .containsExactly("message 2 has result a behind something else");
  }

  @Test
  void theUserCallsNothing() {
    assertThat(broken(rule, user(text("Paint."), call("a")), assistant(result("a"))))
        .containsExactly("message 0 is the user's, but asks for calls [a]");
  }
}
