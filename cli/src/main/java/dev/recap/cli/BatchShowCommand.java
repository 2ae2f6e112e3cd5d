package dev.recap.cli;

import dev.recap.desk.batch.Progress;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How far one batch is. */
@Command(
    name = "show",
    description = "How far a batch is, what it spent, who works it, and what waits for a person.",
    exitCodeList = {"0:done", "1:the store failed", "2:wrong usage or unusable input"})
final class BatchShowCommand extends BatchAction {
  @Parameters(paramLabel = "ID", description = "As start and list say it.")
  private String id = "";

  BatchShowCommand() {}

  @Override
  int act(BatchPlace place) throws IOException {
    Progress shown = progress(place, place.batches().get(id));
    print(shown, BatchText.lines(shown));
    return 0;
  }
}
