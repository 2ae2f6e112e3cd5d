package dev.recap.cli;

import dev.recap.simulator.Schedule;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import dev.recap.simulator.SummaryMode;
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

  @Option(names = "--window", paramLabel = "N", description = "Tokens (default 200000).")
  private int windowTokens = 200_000;

  @Option(
      names = "--cacheable-minimum",
      paramLabel = "N",
      description = "Tokens of the shortest prefix that is cached (default 512).")
  private int cacheableMinimum = 512;

  @Override
  public Integer call() throws InterruptedException {
    var options =
        SimulatorOptions.defaults()
            .withPort(port)
            .withSummaryMode(SummaryMode.parse(summaryMode))
            .withSchedule(parallel ? Schedule.PARALLEL : Schedule.SEQUENTIAL)
            .withWindowTokens(windowTokens)
            .withCacheableMinimumTokens(cacheableMinimum)
            .withKeepExchanges(false);
    try (SimulatorServer server = SimulatorServer.start(options)) {
      return serve(
          server.baseUri(),
          "Simulator (fixed rules, not an LLM) at %s; any key will do; stop with Ctrl-C."
              .formatted(server.baseUri()));
    }
  }
}
