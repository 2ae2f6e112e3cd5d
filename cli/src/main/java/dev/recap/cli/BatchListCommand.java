package dev.recap.cli;

import dev.recap.desk.batch.Progress;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** All batches of a store. */
@Command(
    name = "list",
    description = "A line for each batch, the newest first.",
    exitCodeList = {"0:done", "1:the store failed", "2:wrong usage or unusable input"})
final class BatchListCommand extends BatchAction {
  BatchListCommand() {}

  @Override
  int act(BatchPlace place) throws IOException {
    List<Progress> all =
        place.batches().all().stream().map(batch -> progress(place, batch)).toList();
    print(all, all.stream().map(BatchText::line).toList());
    return 0;
  }
}
