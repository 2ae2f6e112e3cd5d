package dev.recap.cli;

import dev.recap.desk.batch.Address;
import dev.recap.storage.Store;
import java.io.IOException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One thing that is done with the journal of a conversation. */
abstract class JournalAction extends Subcommand {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "Where journals are: a file, or jdbc:postgresql:... (default recap.db).")
  private String store = "recap.db";

  @Option(names = "--json", description = "Says it as JSON on standard output and nothing else.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "CONVERSATION", description = "The conversation's id.")
  private String conversation = "";

  JournalAction() {}

  abstract void act(Store opened, String id, boolean asJson) throws IOException;

  @Override
  public final Integer call() throws IOException {
    try (Store opened = new Address(store).store()) {
      act(opened, conversation, json);
      out().flush();
      return 0;
    }
  }
}
