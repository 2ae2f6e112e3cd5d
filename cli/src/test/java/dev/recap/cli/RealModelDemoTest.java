package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.recap.simulator.RecordedExchange;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The demo as on a real model: the vendor's SDK, and the simulator's server at the other end. */
class RealModelDemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path dir;
  private static SimulatorServer server;
  private static Path record;
  private static JsonNode figures;
  private static Ran demo;
  private static long counted;

  @BeforeAll
  static void play() throws IOException {
    server = SimulatorServer.start(SimulatorOptions.defaults());
    record = dir.resolve("record.jsonl");
    Path json = dir.resolve("figures.json");
    demo = demo("--dollars", "2", "--record", record.toString(), "--json", json.toString());
    figures = JSON.readTree(Files.readString(json));
    counted = server.exchanges().stream().mapToLong(RealModelDemoTest::tokens).sum();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Ran demo(String... more) {
    return demo("claude-sonnet-5-5", server.baseUri(), more);
  }

  private static Ran demo(String model, URI address, String... more) {
    List<String> words = new ArrayList<>(List.of("demo", "--yes", "--tickets", "2"));
    words.addAll(List.of("--model", "anthropic:" + model, "--base-url", address.toString()));
    words.addAll(List.of(more));
    return Ran.recap(words.toArray(String[]::new));
  }

  @Test
  void playsBaselineSummaryAndRecapWithinTheLimit() {
    assertThat(demo.exit()).isZero();
    assertThat(figures.path("runs").findValuesAsText("name"))
        .contains("baseline", "summary", "recap");
    assertThat(figures.path("runs")).hasSize(3);
    double dollars = 0;
    for (JsonNode run : figures.path("runs")) {
      dollars += run.path("cost").path("cached").asDouble();
    }
    assertThat(dollars).isPositive().isLessThan(2);
  }

  @Test
  void saysBeforeTheFirstRequestWhatItWillDo() {
    assertThat(demo.out().replaceAll("\\s+", " "))
        .startsWith(
            "This plays baseline, summary, recap on claude-sonnet-5-5 at %s, 2 tickets each."
                .formatted(server.baseUri()))
        .containsSubsequence("dollars per million tokens", "above $2.00.", "== baseline");
  }

  @Test
  void endsWithRowsForTheReadmeWhichSayWhoAnsweredAndWhen() {
    String day = figures.path("day").asText();

    assertThat(day).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(figures.path("simulated").asBoolean()).isFalse();
    assertThat(demo.out())
        .contains("| date | model | run | turns |")
        .containsPattern(
            "\\| %s \\| claude-sonnet-5-5 at %s \\| recap \\| 16 \\| [0-9,]+ \\| [0-9.]+ %% \\| 0\\.\\d+ \\| 0 \\| 0 \\| 2 of 2 \\|"
                .formatted(day, server.baseUri()))
        .doesNotContain("REAL");
  }

  @Test
  void theRecordIsReplayedWithTheTokensThatTheServerCounted() throws IOException {
    Ran replay = Ran.recap("lab", "replay", record.toString());

    assertThat(replay.exit()).isZero();
    for (JsonNode run : figures.path("runs")) {
      String name = run.path("name").asText();
      long in =
          run.path("inputTokens").asLong()
              + run.path("cacheReadTokens").asLong()
              + run.path("cacheWriteTokens").asLong();
      assertThat(replay.out())
          .contains(
              "record.jsonl:%s took %,d tokens in and %,d out by its provider's count"
                  .formatted(name, in, run.path("outputTokens").asLong()))
          .containsPattern("record.jsonl:%s +fold +claude-sonnet-5-5 +16 ".formatted(name));
    }
  }

  @Test
  void theFiguresHaveEveryTokenThatTheServerCounted() {
    long told = 0;
    for (JsonNode run : figures.path("runs")) {
      told += run.path("totalTokens").asLong();
    }
    assertThat(told).isPositive().isEqualTo(counted);
  }

  private static long tokens(RecordedExchange exchange) {
    try {
      JsonNode usage = JSON.readTree(exchange.responseJson()).path("usage");
      return usage.path("input_tokens").asLong()
          + usage.path("cache_read_input_tokens").asLong()
          + usage.path("cache_creation_input_tokens").asLong()
          + usage.path("output_tokens").asLong();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasSaidBeforeTheMoneyRanOutCanBeReplayed() {
    Path cut = dir.resolve("cut.jsonl");

    Ran ran = demo("--dollars", "0.14", "--record", cut.toString(), "--quiet");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out().replaceAll("\\s+", " "))
        .contains("stopped: the next request may cost $0.")
        .contains("of $0.1400 there is");
    assertThat(Ran.recap("lab", "replay", cut.toString()).out()).contains("cut.jsonl:baseline");
  }

  @Test
  void aModelThatFailsForGoodIsOneLineAndLeavesItsRecord() throws IOException {
    HttpServer refusing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    refusing.start();
    Path begun = dir.resolve("begun.jsonl");
    try {
      URI address = URI.create("http://127.0.0.1:" + refusing.getAddress().getPort());
      Ran ran = demo("claude-sonnet-5-5", address, "--record", begun.toString());

      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.err().lines())
          .hasSize(2)
          .anyMatch(line -> line.startsWith("recap: ") && line.contains("401"))
          .anyMatch(line -> line.endsWith("begun.jsonl has what was said until then."));
      assertThat(begun).content().contains("get_next_ticket");
    } finally {
      refusing.stop(0);
    }
  }

  @ResourceLock("System.in")
  @Test
  void withoutAYesNothingIsSentOrKept() {
    Path none = dir.resolve("unwanted.jsonl");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
    try {
      Ran ran =
          Ran.recap(
              "demo",
              "--model",
              "anthropic:claude-sonnet-5-5",
              "--base-url",
              server.baseUri().toString(),
              "--record",
              none.toString());

      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.lines().getLast()).isEqualTo("Go on? [y/N] Nothing was sent.");
      assertThat(none).doesNotExist();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aSimulatedRecordNeedsNoKeyAndSaysThatItIsOne() {
    Path simulated = dir.resolve("simulated.jsonl");

    Ran ran = Ran.recap("demo", "--tickets", "1", "--quiet", "--record", simulated.toString());

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("SIMULATED").doesNotContain("| date | model |");
    assertThat(Ran.recap("lab", "replay", simulated.toString(), "--policies", "none,recap").out())
        .contains("simulated.jsonl:recap ", "simulator as claude-sonnet-5-5");
  }

  @Test
  void aRecordIsNotWrittenOver() throws IOException {
    String before = Files.readString(record);

    Ran ran = demo("--record", record.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("record.jsonl exists, and a record is not written over");
    assertThat(ran.out()).isEmpty();
    assertThat(record).hasContent(before);
  }

  @Test
  void aModelOfUnknownPriceCannotBeLimitedAndNothingIsSent() {
    Ran ran = demo("claude-sonet-5-5", server.baseUri(), "--dollars", "2");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("what model 'claude-sonet-5-5' costs is not known", "--prices");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aRunWithoutAJournalCannotBeRecorded() {
    Ran ran = demo("--run", "tutorial", "--record", dir.resolve("none.jsonl").toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("tutorial").contains("--record");
    assertThat(dir.resolve("none.jsonl")).doesNotExist();
  }

  @Test
  void withJsonOnStandardOutputEverythingElseIsSaidElsewhere() throws IOException {
    Ran ran = demo("--run", "recap", "--json", "-");

    assertThat(JSON.readTree(ran.out()).path("model").asText()).isEqualTo("claude-sonnet-5-5");
    assertThat(ran.err()).contains("This plays recap on claude-sonnet-5-5");
  }
}
