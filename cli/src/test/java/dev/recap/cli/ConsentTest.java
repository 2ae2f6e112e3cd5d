package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final List<Usage> EXPECTED =
      Collections.nCopies(20, new Usage(50_000, 0, 0, 5_000));

  @Test
  void statesTokensAndMoneyBeforeARealModelIsAsked() {
    assertThat(Consent.question("claude-sonnet-5-5", EXPECTED, ModelCatalog.bundled()))
        .isEqualTo(
            "This sends about 1,000,000 tokens to claude-sonnet-5-5 and gets about 100,000 back,"
                + " at most $3.00 without caching. Go on? [y/N] ");
  }

  @Test
  void countsAPriceStepOnlyForTheRequestsThatAreLongEnough() {
    assertThat(Consent.question("claude-haiku-5-5", EXPECTED, ModelCatalog.bundled()))
        .contains("at most $0.15 without caching");
    assertThat(
            Consent.question(
                "claude-haiku-5-5",
                List.of(new Usage(1_000_000, 0, 0, 100_000)),
                ModelCatalog.bundled()))
        .contains("at most $0.75 without caching");
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
    return new Consent(in, new PrintWriter(new StringWriter()))
        .given(
            new ModelChoice.Anthropic("claude-sonnet-5-5", "key", null),
            List.of(StrategyName.RECAP),
            new TicketSource.Generated(5, 1),
            ModelCatalog.bundled());
  }

  @Test
  void statesTokensAloneWhenThePriceIsNotKnown() {
    assertThat(Consent.question("some-model", EXPECTED, ModelCatalog.bundled()))
        .contains("its price is not known here")
        .doesNotContain("$");
  }
}
