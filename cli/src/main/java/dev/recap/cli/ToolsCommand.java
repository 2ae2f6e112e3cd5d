package dev.recap.cli;

import dev.recap.lab.scenario.ToolServer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the desk's tools to foreign clients until it is stopped. */
@Command(
    name = "tools",
    description = {
      "Serves the desk's seven tools over loopback, so that clients in other languages work on the"
          + " same store.",
      "GET /export, POST /tools/NAME, GET /calls, GET /tickets."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"1:the port cannot be used", "2:wrong usage", "130:stopped with Ctrl-C"})
final class ToolsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "P", description = "0 for a free one (default 8809).")
  private int port = 8_809;

  @Option(names = "--tickets", paramLabel = "N", description = "How many (default 5).")
  private int tickets = 5;

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Option(names = "--json", description = "Says where it listens as JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init")
  ToolsCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (ToolServer server = ToolServer.start(port, tickets, seed)) {
      out.println(
          json
              ? "{\"baseUrl\":\"%s\"}".formatted(server.baseUri())
              : "%d tickets and seven tools at %s; stop with Ctrl-C."
                  .formatted(tickets, server.baseUri()));
      out.flush();
      Thread.currentThread().join();
    }
    return 0;
  }
}
