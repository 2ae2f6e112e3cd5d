package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostAndAccountCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anAccountAsJsonHasRowsAndTotalsAndNothingElse() throws IOException {
    assertThat(run("lab", "account", "--tickets", "4", "--json", "-")).isZero();

    JsonNode found = new ObjectMapper().readTree(out.toString());
    assertThat(found.path("rows").findValuesAsText("strategy"))
        .containsExactly("none", "summary", "recap", "per-ticket");
    assertThat(found.path("totals").path("recap").path("countsWrong").asInt(-1)).isZero();
    assertThat(err.toString()).contains("playing recap, 4 tickets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost", "account"})
  void noTicketsAreWrongUsage(String experiment) {
    assertThat(run("lab", experiment, "--tickets", "0")).isEqualTo(2);

    assertThat(err.toString()).contains("0").contains("must be");
  }

  @Test
  void helpSaysWhatEndsWithOne() {
    assertThat(run("lab", "cost", "--help")).isZero();

    assertThat(out.toString()).contains("--report", "--quick", "--json", "every claim holds");
  }

  private int run(String... words) {
    return RecapCommand.run(new PrintWriter(out), new PrintWriter(err), words);
  }
}
