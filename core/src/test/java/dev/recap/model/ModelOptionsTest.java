package dev.recap.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.model.ModelOptions.Effort;
import dev.recap.model.ModelOptions.Option;
import dev.recap.model.ModelOptions.ToolChoice;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelOptionsTest {
  private static final ModelOptions NONE = ModelOptions.NONE;

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of(NONE, EnumSet.noneOf(Option.class)),
        Arguments.of(NONE.effort(Effort.LOW), EnumSet.of(Option.EFFORT)),
        Arguments.of(NONE.adaptiveThinking(), EnumSet.of(Option.ADAPTIVE_THINKING)),
        Arguments.of(NONE.thinkingBudget(2_000), EnumSet.of(Option.THINKING_BUDGET)),
        Arguments.of(NONE.withoutThinking(), EnumSet.of(Option.THINKING_OFF)),
        Arguments.of(
            NONE.withoutThinking().effort(Effort.MAX),
            EnumSet.of(Option.EFFORT, Option.THINKING_OFF, Option.THINKING_OFF_AT_HIGH_EFFORT)),
        Arguments.of(
            NONE.withoutThinking().effort(Effort.HIGH),
            EnumSet.of(Option.EFFORT, Option.THINKING_OFF)),
        Arguments.of(NONE.temperature(0.3), EnumSet.of(Option.TEMPERATURE)),
        Arguments.of(
            NONE.temperature(0.3).adaptiveThinking(),
            EnumSet.of(
                Option.TEMPERATURE, Option.TEMPERATURE_WHILE_THINKING, Option.ADAPTIVE_THINKING)),
        Arguments.of(NONE.toolChoice(ToolChoice.ANY), EnumSet.of(Option.FORCED_TOOL_CHOICE)),
        Arguments.of(
            NONE.toolChoice(ToolChoice.tool("paint")), EnumSet.of(Option.FORCED_TOOL_CHOICE)),
        Arguments.of(
            NONE.toolChoice(ToolChoice.ANY).thinkingBudget(1_024),
            EnumSet.of(
                Option.FORCED_TOOL_CHOICE,
                Option.FORCED_TOOL_CHOICE_WITH_BUDGET,
                Option.THINKING_BUDGET)),
        Arguments.of(NONE.toolChoice(ToolChoice.NONE), EnumSet.noneOf(Option.class)),
        Arguments.of(NONE.stopSequences("END"), EnumSet.noneOf(Option.class)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void askInTheseWays(ModelOptions options, Set<Option> used) {
    assertThat(Arrays.stream(Option.values()).filter(options::uses))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void areRefusedWhenAnAgentIsBuiltByTheNameOfModelAndOption(
      ModelOptions options, Set<Option> used) {
    for (Option option : Option.values()) {
      var model =
          new ScriptedModel()
              .profile(new ModelProfile("picky-1", 200_000, 0, null).refuses(option));
      var builder = Agent.builder(model).options(options);
      if (used.contains(option)) {
        assertThatThrownBy(builder::build)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("picky-1")
            .hasMessageContaining(option.toString());
      } else {
        assertThatCode(builder::build).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void reachTheModelInEveryRequest() {
    ModelOptions options = NONE.effort(Effort.LOW).adaptiveThinking();
    try (var model = new ScriptedModel().then(Replies.saying("Done."))) {
      Agent.builder(model).options(options).build().start("Paint.").result();

      assertThat(model.lastRequest().options()).isEqualTo(options);
    }
  }

  @Test
  void haveValuesThatAProviderKnows() {
    assertThatThrownBy(() -> NONE.temperature(1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> NONE.temperature(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> NONE.thinkingBudget(100)).hasMessageContaining("100");
    assertThatThrownBy(() -> NONE.stopSequences(" ")).hasMessageContaining("blank");
    assertThatThrownBy(() -> new ToolChoice(ToolChoice.Kind.ANY, "paint"))
        .hasMessageContaining("paint");
  }
}
