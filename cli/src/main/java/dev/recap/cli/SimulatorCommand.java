package dev.recap.cli;

import dev.recap.simulator.Schedule;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import dev.recap.simulator.SummaryMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the local Messages API until it is stopped. */
@Command(
    name = "simulator",
    description = {
      "Serves a local Messages API for any SDK: fixed rules, not an LLM; nothing is spent.",
      "The headers x-simulator-summary-mode, x-simulator-schedule and x-simulator-agent override"
          + " the options."
    })
final class SimulatorCommand extends ServerCommand {
  @Option(names = "--port", paramLabel = "P", description = "0 for a free one (default 8808).")
  private int port = 8_808;

  @Option(names = "--summary-mode", paramLabel = "MODE", description = "As in recap demo.")
  private String summaryMode = "faithful";

  @Option(names = "--parallel", description = "Asks for four tools in one reply.")
  private boolean parallel;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Goes by this model's rules and sizes, whatever a request names; one that nobody knows,"
              + " such as recorded, has the sizes of the recorded reference and does not think"
              + " (default: the one a request names).")
  private @Nullable String model;

  @Option(names = "--window", paramLabel = "N", description = "Tokens (default: the model's).")
  private @Nullable Integer windowTokens;

  @Option(
      names = "--cacheable-minimum",
      paramLabel = "N",
      description = "Tokens of the shortest prefix that is cached (default: the model's).")
  private @Nullable Integer cacheableMinimum;

  @Override
  public Integer call() throws InterruptedException {
    SimulatorOptions options =
        sizes(SimulatorOptions.defaults())
            .withPort(port)
            .withSummaryMode(SummaryMode.parse(summaryMode))
            .withSchedule(parallel ? Schedule.PARALLEL : Schedule.SEQUENTIAL)
            .withKeepExchanges(false);
    try (SimulatorServer server = SimulatorServer.start(options)) {
      return serve(
          server.baseUri(),
          "Simulator (fixed rules, not an LLM) at %s; any key will do; stop with Ctrl-C."
              .formatted(server.baseUri()));
    }
  }

  private SimulatorOptions sizes(SimulatorOptions defaults) {
    SimulatorOptions options = model == null ? defaults : defaults.withModel(model);
    options = windowTokens == null ? options : options.withWindowTokens(windowTokens);
    return cacheableMinimum == null
        ? options
        : options.withCacheableMinimumTokens(cacheableMinimum);
  }
}
