package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import dev.recap.desk.tools.DeskTask;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ToolServer;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API's own ways over the vendor's SDK, against the simulator over loopback. */
class ApiWaysTest {
  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class WithAFewTickets {
    private final PeerRow nothing = play(5, Map.of());
    private final PeerRow onDemand = play(5, Map.of("way", "on-demand", "from", "4000"));
    private final PeerRow shorter =
        play(5, Map.of("way", "on-demand", "from", "4000", "most", "570"));
    private final PeerRow clearing =
        play(5, Map.of("way", "clearing", "from", "4000", "at-least", "300"));

    @Test
    void eachDoesTheWorkAndLosesAndRepeatsNothing() {
      assertThat(List.of(nothing, onDemand, shorter, clearing))
          .allSatisfy(row -> {
            assertThat(row.complete()).isTrue();
            assertThat(row.lost() + row.repeated() + row.redone()).isZero();
            assertThat(row.version()).startsWith("3.");
            assertThat(row.ended()).isEqualTo("answered (end_turn)");
          });
    }

    @Test
    void eachSendsLessThanDoingNothing() {
      assertThat(List.of(onDemand, shorter, clearing))
          .allSatisfy(row -> assertThat(row.promptTokens()).isLessThan(nothing.promptTokens()));
    }

    @Test
    void whatASummaryCostsIsCounted() {
      assertThat(onDemand.summaryTokens()).isPositive();
      assertThat(onDemand.totalTokens())
          .isEqualTo(onDemand.promptTokens() + onDemand.outputTokens() + onDemand.summaryTokens());
      assertThat(shorter.summaryTokens()).isPositive().isLessThan(onDemand.summaryTokens());
      assertThat(clearing.summaryTokens()).isZero();
    }

    @Test
    void theTaskStandsInTheSummaryAloneOnceThereIsOne() {
      assertThat(onDemand.taskMissing()).isPositive();
      assertThat(nothing.taskMissing()).isZero();
      assertThat(clearing.taskMissing()).isZero();
    }

    @Test
    void aHigherMinimumCachesLess() {
      assertThat(List.of(nothing, onDemand, clearing))
          .allSatisfy(row ->
              assertThat(row.dollarsCached512())
                  .isLessThan(row.dollarsCached2048())
                  .isLessThan(row.dollarsCached4096()));
      assertThat(nothing.dollarsCached4096()).isLessThan(nothing.dollarsUncached());
    }
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class WithATaskThatIsNearlyTooLong {
    private final ToolServer desk = ToolServer.start(0, 2, 42);
    private final String task = DeskTask.forTickets(2) + "\n" + "The desk is open. ".repeat(7_900);
    private final ServerLog log = log(task, desk, Map.of("way", "threshold"));

    @AfterAll
    void close() {
      desk.close();
    }

    @Test
    void theReplyIsCompactedOnTheWayOnceAndTheWorkGoesOn() {
      assertThat(log.summaries()).hasSize(1);
      assertThat(log.summaries().getFirst().usage().promptTokens()).isGreaterThan(50_000);
      assertThat(desk.counts().completed()).isEqualTo(2);
    }

    @Test
    void theRestIsShownTheSummaryAndNotTheTask() {
      List<ServerLog.Asked> turns = log.turns();

      assertThat(turns.getFirst().usage().promptTokens()).isGreaterThan(45_000);
      assertThat(turns.getLast().usage().promptTokens()).isLessThan(10_000);
      assertThat(log.taskMissing()).isPositive().isLessThan(turns.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "none, 1000, 0",
    "on-demand, 3000, 0",
    "on-demand, 4000, 570",
    "clearing, 2500, 0",
    "threshold, 50000, 0"
  })
  void whatIsBookedOnceMoreIsWhatTheServerBooked(String way, String from, String most) {
    String padding = way.equals("threshold") ? "The desk is open. ".repeat(7_900) : "";
    try (ToolServer desk = ToolServer.start(0, 2, 42)) {
      ServerLog log =
          log(
              DeskTask.forTickets(2) + "\n" + padding,
              desk,
              Map.of("way", way, "from", from, "most", most, "at-least", "200"));

      assertThat(log.all()).hasSizeGreaterThan(15);
      assertThat(new CacheMoney(CurrentModel.PRICES).dollars(log.all(), 512))
          .isCloseTo(ServerLog.dollars(log.all(), CurrentModel.PRICES::cached), within(1e-9));
    }
  }

  @Test
  void aThresholdThatIsNotReachedChangesNothing() {
    PeerRow threshold = play(2, Map.of("way", "threshold"));
    PeerRow nothing = play(2, Map.of("way", "none"));

    assertThat(threshold.totalTokens()).isEqualTo(nothing.totalTokens());
    assertThat(threshold.dollarsCached512()).isCloseTo(nothing.dollarsCached512(), within(1e-12));
  }

  @Test
  void whatTheApiRefusesEndsTheRunInItsWords() {
    PeerRow row = play(1, Map.of("way", "threshold", "from", "49999"));

    assertThat(row.complete()).isFalse();
    assertThat(row.ended())
        .startsWith("refused with 400")
        .contains("trigger.value must be at least 50000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api:way=magic | way is 'magic', but must be one of none, on-demand, threshold, clearing",
        "api:way=threshold,form=1 | api has no knob 'form'",
        "api:way=threshold,from=x | from is 'x', but must be a number",
        "api:way=clearing,at-least=-1 | at-least is '-1', but must be a number",
        "api:inputs=gone | inputs is 'gone', but must be one of kept, cleared"
      })
  void aSettingThatThereIsNotIsNamed(String setting, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerSetting.parse(setting))
        .withMessageContaining(words);
  }

  private static PeerRow play(int tickets, Map<String, String> knobs) {
    var plan =
        new PeersExperiment.Plan(
            List.of(tickets),
            42,
            List.of(),
            List.of(new PeerSetting(Peer.API, "", knobs)),
            Duration.ofMinutes(1));
    PeersExperiment.Result outcome =
        new PeersExperiment(new NoPrograms(), new PeersListener() {}).run(plan);
    assertThat(outcome.failures()).isEmpty();
    return (PeerRow) outcome.findings().rows().getFirst();
  }

  private static ServerLog log(String task, ToolServer desk, Map<String, String> knobs) {
    var options = SimulatorOptions.defaults().withModel(CurrentModel.RECORDED);
    try (SimulatorServer server = SimulatorServer.start(options)) {
      AnthropicClient client =
          AnthropicOkHttpClient.builder().apiKey("k").baseUrl(server.baseUri().toString()).build();
      String how = new ApiLoop(client, desk, ApiWay.of(knobs)).play(task, 60, () -> {});
      client.close();
      assertThat(how).isEqualTo("answered (end_turn)");
      return ServerLog.of(server.exchanges(), task);
    }
  }

  private static final class NoPrograms implements Programs {
    @Override
    public void install(Collection<Peer> peers, Consumer<String> progress) {
      assertThat(peers).as("nothing of the API's needs a program").isEmpty();
    }

    @Override
    public List<String> command(Peer peer) {
      throw new IllegalArgumentException("there is no program for " + peer);
    }
  }
}
