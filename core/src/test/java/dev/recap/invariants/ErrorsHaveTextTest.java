package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.failure;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsHaveTextTest {
  private final Invariant rule = new ErrorsHaveText();

  @Test
  void anErrorSaysSomething() {
    assertThat(broken(rule, TASK, assistant(call("a")), user(failure("a", "no paint left"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void noErrorIsWithoutText(String blank) {
    assertThat(broken(rule, TASK, assistant(call("a")), user(failure("a", blank))))
        .containsExactly("message 2 has an error without text, result a");
  }

  @Test
  void anyOtherResultMayBeEmpty() {
    assertThat(broken(rule, TASK, assistant(call("a")), user(new ToolResult("a", "", false))))
        .isEmpty();
  }
}
