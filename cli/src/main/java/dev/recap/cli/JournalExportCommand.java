package dev.recap.cli;

import dev.recap.storage.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Carries a journal to a file. */
@Command(
    name = "export",
    description = "Writes a conversation to a file of JSON lines, which must not be there yet.",
    exitCodeList = {"0:done", "1:the store or the file failed", "2:wrong usage or unusable input"})
final class JournalExportCommand extends JournalAction {
  @Parameters(index = "1", paramLabel = "FILE", description = "The file, such as c.jsonl.")
  private String file = "";

  JournalExportCommand() {}

  @Override
  void act(Store opened, String id, boolean asJson) throws IOException {
    long entries = opened.exportTo(Path.of(file), id);
    if (asJson) {
      writeJson(STANDARD_OUTPUT, Map.of("conversation", id, "entries", entries));
    } else {
      out().printf("%,d entries of '%s', to %s%n", entries, id, file);
    }
  }
}
