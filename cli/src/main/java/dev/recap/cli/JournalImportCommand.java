package dev.recap.cli;

import dev.recap.storage.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Carries a journal from a file. */
@Command(
    name = "import",
    description =
        "Takes the journal in a file of JSON lines as a conversation that has no entries yet.",
    exitCodeList = {"0:done", "1:the store or the file failed", "2:wrong usage or unusable input"})
final class JournalImportCommand extends JournalAction {
  @Parameters(index = "1", paramLabel = "FILE", description = "The file, such as c.jsonl.")
  private Path file = Path.of("");

  JournalImportCommand() {}

  @Override
  void act(Store opened, String id, boolean asJson) throws IOException {
    long entries = opened.importFrom(file, id);
    if (asJson) {
      writeJson(STANDARD_OUTPUT, Map.of("conversation", id, "entries", entries));
    } else {
      out().printf("%,d entries of '%s', from %s%n", entries, id, file);
    }
  }
}
