package dev.recap.cli;

import dev.recap.lab.scenario.ToolServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the desk's tools to foreign clients until it is stopped. */
@Command(
    name = "tools",
    description = {
      "Serves the desk's seven tools over loopback, so that clients in other languages work on the"
          + " same store.",
      "GET /export, POST /tools/NAME, GET /calls, GET /tickets."
    })
final class ToolsCommand extends ServerCommand {
  @Option(names = "--port", paramLabel = "P", description = "0 for a free one (default 8809).")
  private int port = 8_809;

  @Option(names = "--tickets", paramLabel = "N", description = "How many (default 5).")
  private int tickets = 5;

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Override
  public Integer call() throws InterruptedException {
    try (ToolServer server = ToolServer.start(port, tickets, seed)) {
      return serve(
          server.baseUri(),
          "%d tickets and seven tools at %s; stop with Ctrl-C."
              .formatted(tickets, server.baseUri()));
    }
  }
}
