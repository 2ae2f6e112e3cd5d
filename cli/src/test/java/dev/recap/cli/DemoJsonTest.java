package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's figures for programs, and the tickets of a file. */
class DemoJsonTest {
  @TempDir private Path dir;

  private static JsonNode json(String words) throws IOException {
    return new ObjectMapper().readTree(Ran.recap(words.split(" ")).out());
  }

  @Test
  void aRunThatDidNotFinishSavedNothing() throws IOException {
    JsonNode figures =
        json("demo --tickets 2 --threshold 900 --json - --run baseline --run tutorial");

    assertThat(figures.path("saved")).isEmpty();
    assertThat(figures.path("runs").get(1).path("didNotFinish").asText()).isEqualTo("0 of 2");
    assertThat(figures.path("runs").get(0).has("didNotFinish")).isFalse();
  }

  @Test
  void theFieldsAreThoseOfTheContract() throws IOException {
    JsonNode figures = json("demo --tickets 2 --json - --run baseline --run recap");

    assertThat(figures.fieldNames())
        .toIterable()
        .contains("seed", "tickets", "model", "threshold", "prices", "runs", "saved");
    JsonNode recap = figures.path("runs").get(1);
    assertThat(recap.fieldNames())
        .toIterable()
        .contains(
            "name",
            "turns",
            "folds",
            "compactions",
            "inputTokens",
            "cacheReadTokens",
            "cacheWriteTokens",
            "outputTokens",
            "summary",
            "totalTokens",
            "cost",
            "toolCalls",
            "ticketsComplete",
            "taskAlwaysInView",
            "perTurn",
            "answer");
    assertThat(recap.path("toolCalls").fieldNames())
        .toIterable()
        .containsExactly("asked", "executed", "guarded", "repeated", "redone", "lost");
    assertThat(recap.path("perTurn").get(0).fieldNames())
        .toIterable()
        .containsExactly("turn", "promptTokens", "outputTokens", "messages", "compacted");
    assertThat(figures.path("saved").get(0).fieldNames())
        .toIterable()
        .containsExactly("run", "tokens", "share", "cost");
  }

  @Test
  void withoutAKnownPriceThereAreTokensAndNoMoney() throws IOException {
    Path prices = dir.resolve("prices.json");
    Files.writeString(
        prices,
        "{\"date\":\"2026-11-24\",\"source\":\"a test\",\"models\":[{\"name\":\"claude-sonnet-5-5\",\"windowTokens\":200000,"
            + "\"cacheableMinimumTokens\":1024}]}");

    JsonNode figures = json("demo --tickets 1 --run recap --json - --prices " + prices);

    assertThat(figures.has("prices")).isFalse();
    assertThat(figures.path("runs").get(0).has("cost")).isFalse();
    assertThat(figures.path("runs").get(0).path("totalTokens").asLong()).isPositive();
  }

  private Ran fewer(String... more) throws IOException {
    Path file = dir.resolve("few.jsonl");
    Files.writeString(file, "{\"id\":\"SHOP-7\",\"description\":\"It is dark.\"}\n");
    List<String> words =
        new ArrayList<>(List.of("demo", "--run", "recap", "--input", file.toString()));
    words.addAll(List.of(more));
    return Ran.recap(words.toArray(String[]::new));
  }

  @Test
  void aFileWithFewerTicketsThanAskedForIsPlayedAndThatIsSaid() throws IOException {
    Ran ran = fewer("--quiet");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("few.jsonl has 1 ticket, fewer than the 5 asked for: all of it is played.")
        .contains("RECAP  1 ticket,");
  }

  @Test
  void aRemarkLeavesStandardOutputToTheJsonWhichHasTheTicketsOwnId() throws IOException {
    Ran ran = fewer("--json", "-");

    assertThat(ran.exit()).isZero();
    JsonNode figures = new ObjectMapper().readTree(ran.out());
    assertThat(figures.path("tickets").asInt()).isEqualTo(1);
    JsonNode ticket = figures.path("runs").get(0).path("store").get(0);
    assertThat(ticket.path("externalId").asText()).isEqualTo("SHOP-7");
    assertThat(ticket.path("draft").asText()).startsWith("Dear");
    assertThat(ran.err()).contains("fewer than the 5 asked for");
  }
}
