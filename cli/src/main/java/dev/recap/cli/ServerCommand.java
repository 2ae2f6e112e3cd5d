package dev.recap.cli;

import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until it is stopped. */
@Command(exitCodeList = {"1:the port cannot be used", "2:wrong usage", "130:stopped with Ctrl-C"})
abstract class ServerCommand extends Subcommand {
  @Option(names = "--json", description = "Says where it listens as JSON.")
  private boolean json;

  ServerCommand() {}

  /** Says where it listens, and stays. */
  final int serve(URI baseUri, String words) throws InterruptedException {
    out().println(json ? "{\"baseUrl\":\"%s\"}".formatted(baseUri) : words);
    out().flush();
    Thread.currentThread().join();
    return 0;
  }
}
