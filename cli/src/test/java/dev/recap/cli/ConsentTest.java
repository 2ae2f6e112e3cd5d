package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.StrategyName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentTest {
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  @Test
  void saysWhatIsPlayedOnWhichModelAtWhichPricesAndWhatThatWillCost() {
    assertThat(said("claude-sonnet-5-5", NO_LIMIT, null))
        .contains("This plays baseline, recap on claude-sonnet-5-5, 5 tickets each.")
        .containsPattern(
            "It sends about \\d{3},\\d{3} tokens and gets about \\d{2},\\d{3} back, thinking not"
                + " counted: about \\$[01]\\.\\d\\d without caching")
        .contains(
            "at 2.00 in, 2.50 cache write, 0.10 cache read and 10.00 out dollars per million tokens")
        .contains("Nothing limits what it costs: --dollars does.")
        .doesNotContain("kept in", "price table: it may", "may not answer");
  }

  @Test
  void namesALimitAndARecord() {
    assertThat(said("claude-sonnet-5-5", 2, Path.of("run.jsonl")))
        .contains("No request is sent that could take all runs together above $2.00.")
        .contains("All that is said is kept in run.jsonl as it is said.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claude-haiku-5-5 | above 100,000 tokens 0.50 in",
        "claude-sonnet-4-5 | claude-sonnet-4-5 may not answer any more from 2026-11-30 on.",
        "claude-sonet-5-5 | claude-sonet-5-5 is not in the price table",
        "claude-sonet-5-5 | the price is not known here",
      })
  void warnsOfWhatMakesAModelDearRetiredOrUnknown(String model, String warning) {
    assertThat(said(model, NO_LIMIT, null)).contains(warning);
  }

  @Test
  void onlyAYesIsAYes() throws IOException {
    assertThat(given("y\n")).isTrue();
    assertThat(given("Yes\n")).isTrue();
    assertThat(given("\n")).isFalse();
    assertThat(given("no\n")).isFalse();
  }

  @Test
  void whereNobodyCanAnswerNothingIsSpentAndTheOptionIsNamed() {
    assertThatThrownBy(() -> given(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--yes");
  }

  private static boolean given(String answer) throws IOException {
    var in = new BufferedReader(new StringReader(answer));
    return new Consent(in, new PrintWriter(new StringWriter())).given();
  }

  private static String said(String model, double mostDollars, @Nullable Path record) {
    var choice = new ModelChoice.Anthropic(model, "key", null, LocalDate.of(2026, 11, 29));
    var plan =
        new Consent.Plan(
            choice, List.of(StrategyName.BASELINE, StrategyName.RECAP), 5, mostDollars, record);
    return String.join(" ", plan.lines(ModelCatalog.bundled()));
  }
}
