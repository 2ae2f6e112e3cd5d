package dev.recap.cli;

import dev.recap.desk.batch.Batch;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes on with a batch. */
@Command(
    name = "resume",
    description = {
      "Goes on with a batch whose process died or came to rest, in this process.",
      "A dead process of this machine is followed at once, one of another machine when its lease has"
          + " run out."
    })
final class BatchResumeCommand extends BatchWork {
  @Parameters(paramLabel = "ID", description = "As start and list say it.")
  private String id = "";

  BatchResumeCommand() {}

  @Override
  int act(BatchPlace place) throws IOException {
    Batch batch = place.batches().get(id);
    place.batches().budget(id, budget(batch.budget()));
    return work(place, batch);
  }
}
