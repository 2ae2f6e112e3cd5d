package dev.recap.desk.batch;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import dev.recap.desk.batch.Batch.Settings;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTools;
import dev.recap.model.Model;
import dev.recap.storage.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One process's place of work: a desk and a store in files, which others may open as well. */
final class Office implements AutoCloseable {
  /** For all tests, which only read it. */
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  private final Address address;
  private final Store store;
  private final TicketStore tickets;
  private final Batches batches;
  private final Stop stop = new Stop();
  private final List<String> said = new ArrayList<>();

  Office(Path folder) {
    address = new Address(Desks.place(folder.resolve("recap.db")));
    store = address.store();
    tickets = Desks.in(folder.resolve("desk.db"), InstantSource.system());
    batches = Batches.in(address.source());
  }

  Batch order(int count, int workers, Budget budget) {
    tickets.add(new TicketGenerator(1).generate(count));
    return batches.order(
        "b",
        new Made(Instant.EPOCH, "Ann"),
        new Settings("desk.db", "clerk", Way.RECAP, 100_000, workers),
        budget);
  }

  BatchRun run(Model model) {
    var tools = new DeskTools(tickets, KNOWLEDGE).toolbox();
    return new BatchRun(new Workshop(batches, store, tickets, tools, () -> model), stop, said::add);
  }

  Progress progress() {
    return Progress.of(batches.get("b"), store, tickets, name -> Clerk.PROFILE);
  }

  Batches batches() {
    return batches;
  }

  Store store() {
    return store;
  }

  TicketStore tickets() {
    return tickets;
  }

  Stop stop() {
    return stop;
  }

  List<String> said() {
    return said;
  }

  /** Confirmed calls of a tool, by ticket. */
  List<String> done(String tool) {
    return tickets.calls().stream()
        .filter(row -> row.call().tool().equals(tool))
        .filter(row -> row.result().outcome() == CallOutcome.CONFIRMED)
        .map(RecordedCall::ticket)
        .map(String::valueOf)
        .sorted()
        .toList();
  }

  List<String> completed() {
    return tickets.tickets().stream()
        .filter(ticket -> ticket.status().isOutOfTheQueue())
        .map(ticket -> ticket.id())
        .toList();
  }

  /** Says something to the database as anybody could. */
  void say(String sql) {
    try (Connection connection = address.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever has a lease is another process from now on. */
  void holderIs(ProcessName name) {
    say("UPDATE recap_conversation SET holder = '%s'".formatted(name.text()));
  }

  @Override
  public void close() {
    store.close();
    tickets.close();
  }
}
