package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final Usage EXPECTED = new Usage(1_000_000, 0, 0, 100_000);

  @Test
  void statesTokensAndMoneyBeforeARealModelIsAsked() {
    assertThat(Consent.question("claude-sonnet-4-5", EXPECTED, ModelCatalog.bundled()))
        .isEqualTo(
            "This sends about 1,000,000 tokens to claude-sonnet-4-5 and gets about 100,000 back,"
                + " at most $4.50 without caching. Go on? [y/N] ");
  }

  @Test
  void statesTokensAloneWhenThePriceIsNotKnown() {
    assertThat(Consent.question("some-model", EXPECTED, ModelCatalog.bundled()))
        .contains("its price is not known here")
        .doesNotContain("$");
  }
}
