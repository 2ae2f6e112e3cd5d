package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.simulator.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit in dollars is for all runs together, and no request may break it. */
class MoneyLimitTest {
  private static final List<StrategyName> RUNS =
      List.of(
          StrategyName.BASELINE,
          StrategyName.TUTORIAL,
          StrategyName.SUMMARY,
          StrategyName.RECAP,
          StrategyName.PER_TICKET);

  private static List<RunReport> play(ModelChoice model, Tuning tuning) {
    return new Scenario(
            new TicketSource.Generated(3, 42),
            model,
            tuning,
            ModelCatalog.bundled(),
            ScenarioListener.SILENT)
        .play(RUNS)
        .runs();
  }

  private static Tuning limited(double dollars) {
    return new Tuning(
        3_000, List.of(), new Tuning.Summaries(null, null), Tuning.Law.STANDARD, dollars);
  }

  private static ModelChoice simulated(String pricedAs) {
    return new ModelChoice.InProcess(Behaviour.defaults(), pricedAs);
  }

  private static double spent(List<RunReport> runs) {
    return runs.stream()
        .map(RunReport::cost)
        .map(Objects::requireNonNull)
        .mapToDouble(Cost::cached)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.1, 0.11, 0.13, 0.2, 0.3})
  void isNeverExceededAndWhatStoppedSaysWhy(double limit) {
    List<RunReport> runs = play(simulated(CurrentModel.NAME), limited(limit));

    assertThat(spent(runs)).isLessThanOrEqualTo(limit);
    assertThat(runs)
        .filteredOn(run -> run.didNotFinish() != null)
        .isNotEmpty()
        .allMatch(run -> run.ended().contains("the next request may cost $0."));
  }

  @ParameterizedTest
  @CsvSource({"claude-haiku-5-5, 0.03", "claude-opus-5-5, 0.6", "claude-fable-5-2, 0.9"})
  void holdsAtThePricesOfEachModel(String model, double limit) {
    List<RunReport> runs = play(simulated(model), limited(limit));

    assertThat(spent(runs)).isPositive().isLessThanOrEqualTo(limit);
  }

  @Test
  void changesNothingWhereItIsNotReached() {
    assertThat(play(simulated(CurrentModel.NAME), limited(100)))
        .isEqualTo(play(simulated(CurrentModel.NAME), limited(Double.POSITIVE_INFINITY)));
  }

  @Test
  void countsATryThatBrokeOffAsDearAsItCouldHaveBeenBeforeTheNext() throws IOException {
    var tries = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          tries.incrementAndGet();
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      List<RunReport> runs =
          play(
              new ModelChoice.Anthropic(CurrentModel.NAME, "key", address, LocalDate.EPOCH),
              limited(0.12));

      assertThat(tries).hasValue(1);
      assertThat(runs).allMatch(run -> run.turns() == 0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void needsKnownPricesOfTheModelAndOfWhoeverWritesItsSummaries() {
    var writer = new Tuning.Summaries(null, "claude-nobody-1");
    Tuning otherWriter = new Tuning(3_000, List.of(), writer, Tuning.Law.STANDARD, 1);

    assertThatThrownBy(() -> play(simulated("claude-sonet-5-5"), limited(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("what model 'claude-sonet-5-5' costs is not known");
    assertThatThrownBy(() -> play(simulated(CurrentModel.NAME), otherWriter))
        .hasMessageContaining("claude-nobody-1");
  }
}
