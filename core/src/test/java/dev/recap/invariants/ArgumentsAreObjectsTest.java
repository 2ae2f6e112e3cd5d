package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsAreObjectsTest {
  private final Invariant rule = new ArgumentsAreObjects();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\"a\": [1, {\"b\": null}], \"c\": -1.50e3}\n",
        "{\"a\":1,\"a\":\"\\ud800\"}"
      })
  void argumentsAreOneJsonObject(String arguments) {
    assertThat(broken(rule, TASK, assistant(call("a", "paint", arguments)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"{}\"",
        "1",
        "{",
        "{}}",
        "{} {}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":[1}",
        "{\"a\":NaN}",
        "{\"a\":1e99999999999}",
        "{\"a\":\"\n\"}",
        "paint it red"
      })
  void nothingElse(String arguments) {
    assertThat(broken(rule, TASK, assistant(call("a", "paint", arguments))))
        .containsExactly("message 1 has a call a whose arguments are no JSON object");
  }

  @Test
  void norAnythingSoDeepThatNobodyReadsIt() {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

    assertThat(broken(rule, TASK, assistant(call("a", "paint", deep)))).hasSize(1);
  }
}
