package dev.recap.cli;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.PostgresPlace;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.lab.scenario.TicketSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders a batch and works it. */
@Command(
    name = "start",
    description = {
      "Orders a batch over the queue of a desk and works it in this process.",
      "Every reply and every call is on record before the next step: after whatever ends the process,"
          + " resume goes on."
    })
final class BatchStartCommand extends BatchWork {
  private static final int ID_LENGTH = 8;

  @Option(
      names = "--desk",
      paramLabel = "DESK",
      description =
          "Where the tickets are: a file, which is made, or jdbc:postgresql:... (default"
              + " recap-desk.db).")
  private String desk = "recap-desk.db";

  @Option(
      names = "--tickets",
      paramLabel = "N",
      description = "Puts so many made up tickets into the queue first, or so many of a file.")
  private @Nullable Integer tickets;

  @Option(names = "--seed", paramLabel = "S", description = "Which made up tickets (default 42).")
  private long seed = 42;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Puts the tickets of a .jsonl or .csv file into the queue first.")
  private @Nullable Path input;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "simulator (fixed rules, not an LLM) or anthropic:NAME (default simulator).")
  private String model = BatchModel.SIMULATOR;

  @Option(
      names = "--way",
      paramLabel = "WAY",
      description = "How views are kept short: recap, summary or baseline (default recap).")
  private Way way = Way.RECAP;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Compact from this many tokens on (default 5000).")
  private long threshold = 5_000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Conversations side by side (default 1).")
  private int workers = 1;

  BatchStartCommand() {}

  /** Who gives orders at this terminal. */
  static String me() {
    String user = System.getProperty("user.name", "");
    return user.isBlank() ? "somebody" : user;
  }

  @Override
  int act(BatchPlace place) throws IOException {
    var settings =
        new Settings(
            PostgresPlace.withoutOptions(desk), BatchModel.checked(model), way, threshold, workers);
    Budget budget = budget(Budget.NONE);
    if (!model.equals(BatchModel.SIMULATOR) && budget.equals(Budget.NONE)) {
      throw new IllegalArgumentException(
          "model is '%s', which costs money: say with --dollars or --tokens how much it may be"
              .formatted(model));
    }
    fill();
    String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
    Batch batch = place.batches().order(id, new Made(Instant.now(), me()), settings, budget);
    return work(place, batch);
  }

  private void fill() {
    List<NewTicket> more = more();
    try (TicketStore store = TicketStore.at(desk, InstantSource.system())) {
      store.add(more);
      if (store.counts().waiting() == 0) {
        throw new IllegalArgumentException(
            "nothing waits in the queue of %s: --tickets or --input puts some there"
                .formatted(desk));
      }
    }
  }

  private List<NewTicket> more() {
    if (input != null) {
      return TicketSource.imported(tickets == null ? Integer.MAX_VALUE : tickets, input).tickets();
    }
    return tickets == null ? List.of() : new TicketSource.Generated(tickets, seed).tickets();
  }
}
