package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAcceptedTest {
  private final Invariant rule = new NamesAccepted();

  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "_", "-", "toolu_01A2-b"})
  void anIdHasLettersDigitsUnderlinesAndHyphens(String id) {
    assertThat(broken(rule, TASK, assistant(call(id)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call:1", "functions.paint:0", "a b", "a|b", "\u00e4", "a\n", "\ud83d\ude00"})
  void anIdHasNoOtherSign(String id) {
    assertThat(broken(rule, TASK, assistant(call(id))))
        .containsExactly("message 1 has a call with the id '%s'".formatted(id));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 128})
  void aToolsNameHasUpTo128OfThem(int length) {
    assertThat(broken(rule, TASK, assistant(call("a", "x".repeat(length), "{}")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "browser.tabs.open", "$lookup", "paint()", "mal\u00fc"})
  void aToolsNameHasNoOtherSignAndIsNotEmpty(String name) {
    assertThat(broken(rule, TASK, assistant(call("a", name, "{}"))))
        .containsExactly("message 1 calls a tool '%s', call a".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 5_000})
  void aToolsNameIsNoLonger(int length) {
    assertThat(broken(rule, TASK, assistant(call("a", "x".repeat(length), "{}")))).hasSize(1);
  }
}
