package dev.recap.lab.kills;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.PostgresPlace;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.journal.Entry;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.storage.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One queue that one worker after another works and is killed at.
 *
 * @param folder where the tickets are unless PostgreSQL has them, and the journal where it is a
 *     file
 * @param address of the database with the journal; empty where it is a file
 */
record Scene(Path folder, String address) {
  static final String BATCH = "batch";

  /** Short, so that many compactions lie between the kills. */
  private static final long THRESHOLD = 2_500;

  static final Settings SETTINGS = new Settings("desk.db", "simulator", Way.RECAP, THRESHOLD, 1);

  boolean isFile() {
    return address.isEmpty();
  }

  Path journal() {
    return folder.resolve("journal.jsonl");
  }

  Path replies() {
    return folder.resolve("replies");
  }

  TicketStore tickets() {
    return TicketStore.at(
        PostgresPlace.is(address) ? address : folder.resolve(SETTINGS.desk()).toString(),
        InstantSource.system());
  }

  /** Fills the queue, and orders the batch where journals are in a database. */
  void prepare(List<NewTicket> queue) throws IOException {
    Files.createFile(replies());
    try (TicketStore tickets = tickets()) {
      tickets.add(queue);
    }
    if (!isFile()) {
      try (Store store = new Address(address).store()) {
        Batches.in(new Address(address).source())
            .order(BATCH, new Made(Instant.EPOCH, "lab"), SETTINGS, Budget.NONE);
        store.read(conversation(), 0, entry -> {});
      }
    }
  }

  private static String conversation() {
    var made = new Made(Instant.EPOCH, "lab");
    return new Batch(BATCH, made, SETTINGS, Budget.NONE, Batch.State.STOPPED, "", null)
        .conversations()
        .getFirst();
  }

  /** What is on record; nobody may be writing it. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (!isFile()) {
      try (Store store = new Address(address).store()) {
        store.read(conversation(), 0, entries::add);
      }
    } else if (Files.exists(journal())) {
      JsonLinesJournal.read(journal(), 0, entries::add);
    }
    return entries;
  }

  /** What every reply that was paid for answered, by a hash of the request. */
  List<String> paid() {
    try {
      return Files.readAllLines(replies(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
