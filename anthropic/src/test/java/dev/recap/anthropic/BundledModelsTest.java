package dev.recap.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Usage;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelOptions.Effort;
import dev.recap.model.ModelOptions.Option;
import dev.recap.model.ModelOptions.ToolChoice;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.model.Prices;
import dev.recap.model.Prices.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that comes with the library, against the same figures in another form. */
class BundledModelsTest {
  private static final String ALWAYS_THINKS =
      "THINKING_OFF THINKING_BUDGET TEMPERATURE FORCED_TOOL_CHOICE";
  private static final String HAS_A_BUDGET =
      "ADAPTIVE_THINKING TEMPERATURE_WHILE_THINKING FORCED_TOOL_CHOICE_WITH_BUDGET";
  private static final String BOTH_WAYS =
      "TEMPERATURE_WHILE_THINKING FORCED_TOOL_CHOICE_WITH_BUDGET";
  private static final String ADAPTIVE_ONLY = "THINKING_BUDGET TEMPERATURE";
  private static final String OFF_AT_HIGH = ADAPTIVE_ONLY + " THINKING_OFF_AT_HIGH_EFFORT";

  private final ModelCatalog catalog = ModelCatalog.bundled();

  /** Name, window and reply in thousands, minimum, thinking, scale, compacts, retires, refuses. */
  static Stream<String> models() {
    return Stream.of(
        "fable-5-2 1000 128 4096 BOUND 1.495 false - " + ALWAYS_THINKS,
        "fable-5-1 1000 128 512 BOUND 1.495 true 2027-09-01 " + ALWAYS_THINKS,
        "opus-5-5 1000 128 512 BOUND 1.495 true 2027-09-22 " + ALWAYS_THINKS,
        "opus-5 1000 128 512 FREE 1.495 true 2027-07-24 " + OFF_AT_HIGH,
        "sonnet-5-5 1000 128 512 BOUND 1.495 true 2027-09-28 " + ALWAYS_THINKS,
        "sonnet-5 1000 128 1024 FREE 1.495 true - " + ADAPTIVE_ONLY,
        "haiku-5-5 1000 128 512 BOUND 1.495 true 2027-10-07 " + OFF_AT_HIGH,
        "haiku-4-5 200 64 4096 REQUIRED 1.15 false 2026-10-15 EFFORT " + HAS_A_BUDGET,
        "sonnet-4-6 1000 128 1024 FREE 1.15 true - " + BOTH_WAYS,
        "sonnet-4-5 1000 64 1024 REQUIRED 1.15 false 2026-11-30 EFFORT " + HAS_A_BUDGET,
        "opus-4-8 1000 128 1024 FREE 1.495 true - " + ADAPTIVE_ONLY,
        "opus-4-7 1000 128 2048 FREE 1.495 true - " + ADAPTIVE_ONLY,
        "opus-4-6 1000 128 4096 FREE 1.15 true 2027-02-05 " + BOTH_WAYS,
        "opus-4-5 200 64 4096 REQUIRED 1.15 false 2027-01-22 " + HAS_A_BUDGET);
  }

  @ParameterizedTest
  @MethodSource("models")
  void knowsEachCurrentModel(String row) {
    String[] is = row.split(" ");
    ModelProfile model = catalog.profile("claude-" + is[0]);
    assertThat(model.windowTokens()).isEqualTo(1_000 * Integer.parseInt(is[1]));
    assertThat(model.maxOutputTokens()).isEqualTo(1_000 * Integer.parseInt(is[2]));
    assertThat(model.cacheableMinimumTokens()).isEqualTo(Integer.parseInt(is[3]));
    assertThat(model.thinking()).isEqualTo(Thinking.valueOf(is[4]));
    assertThat(model.tokenScale()).isEqualTo(Double.parseDouble(is[5]));
    assertThat(model.compacts()).isEqualTo(Boolean.parseBoolean(is[6]));
    assertThat(model.retirement().map(LocalDate::toString).orElse("-")).isEqualTo(is[7]);
    assertThat(model.refuses())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(is).skip(8).map(Option::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "fable-5-2, 8, 10, 16, 0.20, 40",
    "fable-5-1, 10, 12.5, 20, 0.25, 50",
    "opus-5-5, 4, 5, 8, 0.20, 20",
    "opus-5, 5, 6.25, 10, 0.50, 25",
    "sonnet-5-5, 2, 2.5, 4, 0.10, 10",
    "sonnet-5, 2, 2.5, 4, 0.20, 10",
    "haiku-4-5, 1, 1.25, 2, 0.10, 5",
    "sonnet-4-6, 3, 3.75, 6, 0.30, 15",
    "sonnet-4-5, 3, 3.75, 6, 0.30, 15",
    "opus-4-8, 5, 6.25, 10, 0.50, 25",
    "opus-4-7, 5, 6.25, 10, 0.50, 25",
    "opus-4-6, 5, 6.25, 10, 0.50, 25",
    "opus-4-5, 5, 6.25, 10, 0.50, 25"
  })
  void pricesThem(String name, double in, double write, double hour, double read, double out) {
    assertThat(catalog.profile("claude-" + name).knownPrices())
        .contains(new Prices(in, read, write, hour, out, List.of()));
  }

  @Test
  void pricesEveryTokenOfALongPromptOfHaikuFiveTimesAsHigh() {
    Prices prices = catalog.profile("claude-haiku-5-5").knownPrices().orElseThrow();
    assertThat(prices)
        .isEqualTo(
            new Prices(
                0.10,
                0.01,
                0.125,
                0.20,
                0.50,
                List.of(new Step(100_000, new Prices(0.50, 0.05, 0.625, 1, 2.50, List.of())))));
    assertThat(prices.cached(new Usage(0, 100_000, 1, 1_000)) / 5)
        .isCloseTo(prices.cached(new Usage(0, 99_999, 1, 1_000)), Assertions.within(0.000_001));
  }

  @Test
  void hasADateAndASource() {
    assertThat(catalog.date()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(catalog.source()).contains("https://");
    assertThat(catalog.models()).hasSize((int) models().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-sonnet-5-5-20260928", "claude-sonnet-5-5-latest"})
  void readsANameWithTheDateOfARelease(String name) {
    assertThat(catalog.profile(name)).isEqualTo(catalog.profile("claude-sonnet-5-5").named(name));
    assertThat(catalog.knows(name)).isTrue();
  }

  @Test
  void isCautiousAboutAModelItDoesNotKnow() {
    ModelProfile unknown = catalog.profile("claude-sonnet-45");
    assertThat(catalog.knows("claude-sonnet-45")).isFalse();
    assertThat(unknown.knownPrices()).isEmpty();
    assertThat(unknown.compacts()).isFalse();
    assertThat(unknown.thinking()).isEqualTo(Thinking.BOUND);
    assertThat(catalog.models().values())
        .allSatisfy(known -> {
          assertThat(unknown.windowTokens()).isLessThanOrEqualTo(known.windowTokens());
          assertThat(unknown.maxOutputTokens()).isLessThanOrEqualTo(known.maxOutputTokens());
          assertThat(unknown.tokenScale()).isGreaterThanOrEqualTo(known.tokenScale());
          assertThat(unknown.cacheableMinimumTokens())
              .isGreaterThanOrEqualTo(known.cacheableMinimumTokens());
        });
  }

  @ParameterizedTest
  @CsvSource({
    "claude-fable-5-2, temperature, TEMPERATURE",
    "claude-opus-5-5, off, THINKING_OFF",
    "claude-opus-5-5, forced, FORCED_TOOL_CHOICE",
    "claude-opus-5, off at most effort, THINKING_OFF_AT_HIGH_EFFORT",
    "claude-sonnet-5-5, off, THINKING_OFF",
    "claude-sonnet-5, budget, THINKING_BUDGET",
    "claude-haiku-5-5, off at most effort, THINKING_OFF_AT_HIGH_EFFORT",
    "claude-haiku-4-5, adaptive, ADAPTIVE_THINKING",
    "claude-haiku-4-5, off at most effort, EFFORT",
    "claude-sonnet-4-6, forced with budget, FORCED_TOOL_CHOICE_WITH_BUDGET",
    "claude-opus-4-8, temperature, TEMPERATURE",
    "claude-opus-4-5, warm budget, TEMPERATURE_WHILE_THINKING"
  })
  void refusesWhatTheModelRefusesAndNamesBoth(String model, String asked, Option refused) {
    assertThatThrownBy(() -> catalog.profile(model).check(options(asked)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(model)
        .hasMessageContaining(refused.name());
  }

  @ParameterizedTest
  @CsvSource({
    "claude-opus-5-5, adaptive",
    "claude-opus-5, off",
    "claude-opus-5, forced",
    "claude-sonnet-5, off at most effort",
    "claude-haiku-5-5, forced",
    "claude-haiku-4-5, temperature",
    "claude-haiku-4-5, budget",
    "claude-haiku-4-5, forced",
    "claude-sonnet-4-6, forced adaptive",
    "claude-sonnet-4-6, budget",
    "claude-opus-4-6, adaptive",
    "claude-opus-4-7, off at most effort",
    "claude-unheard-of, temperature"
  })
  void takesWhatTheModelTakes(String model, String asked) {
    catalog.profile(model).check(options(asked));
  }

  private static ModelOptions options(String asked) {
    ModelOptions none = ModelOptions.NONE;
    return switch (asked) {
      case "temperature" -> none.temperature(0.5);
      case "adaptive" -> none.adaptiveThinking();
      case "budget" -> none.thinkingBudget(2_048);
      case "warm budget" -> none.thinkingBudget(2_048).temperature(0.5);
      case "off" -> none.withoutThinking();
      case "off at most effort" -> none.withoutThinking().effort(Effort.MAX);
      case "forced" -> none.toolChoice(ToolChoice.ANY);
      case "forced adaptive" -> none.adaptiveThinking().toolChoice(ToolChoice.ANY);
      case "forced with budget" -> none.thinkingBudget(2_048).toolChoice(ToolChoice.tool("next"));
      default -> throw new IllegalArgumentException(asked);
    };
  }
}
