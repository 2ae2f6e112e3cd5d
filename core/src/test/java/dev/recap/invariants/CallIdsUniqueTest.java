package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.result;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallIdsUniqueTest {
  private final Invariant rule = new CallIdsUnique();

  @Test
  void eachCallHasAnIdOfItsOwn() {
    assertThat(
            broken(
                rule,
                TASK,
                assistant(call("a"), call("b")),
                user(result("a"), result("b")),
                assistant(call("c")),
                user(result("c"))))
        .isEmpty();
  }

  @Test
  void noIdIsUsedTwiceInOneMessage() {
    assertThat(broken(rule, TASK, assistant(call("a"), call("a"))))
        .containsExactly("message 1 asks for call a, an id used before");
  }

  @Test
  void noIdIsUsedAgainLater() {
    assertThat(
            broken(rule, TASK, assistant(call("a")), user(result("a")), assistant(call("a")), TASK))
        .containsExactly("message 3 asks for call a, an id used before");
  }
}
