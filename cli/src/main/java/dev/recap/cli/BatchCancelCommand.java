package dev.recap.cli;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.batch.Stop;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a batch for good. */
@Command(
    name = "cancel",
    description = {
      "Ends a batch for good; the ticket in hand goes back into the queue.",
      "A process that works it ends it after the turn in hand."
    },
    exitCodeList = {
      "0:it has ended, or will",
      "1:the store failed",
      "2:wrong usage, or it is over"
    })
final class BatchCancelCommand extends BatchAction {
  @Parameters(paramLabel = "ID", description = "As start and list say it.")
  private String id = "";

  BatchCancelCommand() {}

  @Override
  int act(BatchPlace place) throws IOException {
    Batch batch = place.batches().get(id);
    boolean ended =
        place.at(
            batch.settings(),
            () -> {
              throw new IllegalStateException("who cancels asks no model");
            },
            new Stop(),
            this::say,
            (run, tickets) -> run.cancel(id, BatchStartCommand.me()));
    Progress now = progress(place, place.batches().get(id));
    if (!ended) {
      say("The process that works it ends it after the turn in hand.");
    }
    print(now, BatchText.lines(now));
    return 0;
  }
}
