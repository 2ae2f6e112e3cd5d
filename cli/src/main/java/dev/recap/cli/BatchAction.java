package dev.recap.cli;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;

/** One thing that is done with batches. */
abstract class BatchAction extends Subcommand {
  @Mixin private BatchOptions options = new BatchOptions();

  BatchAction() {}

  abstract int act(BatchPlace place) throws IOException;

  @Override
  public final Integer call() throws IOException {
    try (BatchPlace place = options.open()) {
      int exit = act(place);
      out().flush();
      return exit;
    }
  }

  final BatchOptions options() {
    return options;
  }

  /** How far a batch is. */
  final Progress progress(BatchPlace place, Batch batch) {
    try (TicketStore tickets = place.tickets(batch.settings())) {
      return Progress.of(
          batch, place.store(), tickets, name -> BatchModel.profile(name, options.catalog()));
    }
  }

  /** Prints it for people or for programs. */
  final void print(Object json, List<String> lines) throws IOException {
    if (options.json()) {
      writeJson(STANDARD_OUTPUT, json);
    } else {
      lines.forEach(out()::println);
    }
  }
}
