package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.result;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoBlankTextTest {
  private final Invariant rule = new NoBlankText();

  @Test
  void everyTextSaysSomething() {
    assertThat(broken(rule, TASK, assistant(text(".")), user(text("\n?")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\t \u2003"})
  void noTextIsBlank(String blank) {
    assertThat(broken(rule, TASK, assistant(text("So:"), text(blank), call("a"))))
        .containsExactly("message 1 has a blank text, block 1");
    assertThat(broken(rule, user(text(blank), text("Paint."))))
        .containsExactly("message 0 has a blank text, block 0");
  }

  @Test
  void anEmptyResultIsNoText() {
    assertThat(broken(rule, TASK, assistant(call("a")), user(new ToolResult("a", "", false))))
        .isEmpty();
    assertThat(broken(rule, TASK, assistant(call("a")), user(result("a")))).isEmpty();
  }
}
