package dev.recap.desk.ticket;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * The tickets and the append-only table of the tool calls that touched them, in one database of
 * SQLite or PostgreSQL.
 *
 * <p>What a call changes and the row that tells of it are written in one transaction: after a crash
 * both are there or neither. A file of SQLite is written with a write-ahead log and {@code
 * synchronous=FULL}, so a call that has returned survives a loss of power.
 *
 * <p>Safe for any number of threads, virtual ones too; they take turns. Several processes may open
 * one database: they take turns with each other. Every method throws {@link IllegalStateException}
 * once the store is closed, and {@link JdbiException} when the database fails.
 */
public final class TicketStore implements AutoCloseable {
  /** Keeps what it has parsed, for all stores: they ask in the same words. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final DeskTables tables;
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  private TicketStore(DeskTables tables, InstantSource clock) {
    this.tables = tables;
    this.jdbi = Jdbi.create(tables);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
    tables.prepare(jdbi);
    this.clock = clock;
  }

  /** A store of the caller's own that is gone when it is closed. */
  public static TicketStore inMemory() {
    return inMemory(InstantSource.system());
  }

  /** The same, with another clock for the times in the {@code tool_call} table. */
  public static TicketStore inMemory(InstantSource clock) {
    return new TicketStore(SqliteTables.inMemory(), clock);
  }

  /**
   * The store in a file, which is made when it is missing.
   *
   * @throws IllegalArgumentException when the folder does not exist
   * @throws IllegalStateException when the file is no SQLite database or cannot be written
   */
  public static TicketStore open(Path file) {
    return open(file, InstantSource.system());
  }

  /** The same, with another clock for the times in the {@code tool_call} table. */
  public static TicketStore open(Path file, InstantSource clock) {
    return new TicketStore(SqliteTables.file(file), clock);
  }

  /**
   * The store in a file, or in a PostgreSQL database, where the tables are made in a schema of
   * their own when they are missing.
   *
   * @param place a file, or {@code jdbc:postgresql://HOST:PORT/DATABASE} with what the driver needs
   *     to get in
   * @throws IllegalArgumentException when it is neither
   * @throws IllegalStateException when the database cannot be used
   */
  public static TicketStore at(String place, InstantSource clock) {
    PostgresPlace.refuseOthers("the place of the tickets", place);
    return PostgresPlace.is(place)
        ? new TicketStore(PostgresTables.at(place), clock)
        : open(Path.of(place), clock);
  }

  /**
   * A store in memory that begins with all that stands in this one and goes its own way: for many
   * runs that begin alike.
   */
  public TicketStore copy() {
    turn.lock();
    try {
      return new TicketStore(tables.copy(), clock);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Works on tables that others keep in this database, in one transaction. The desk's own tables
   * are for {@link #record}.
   */
  public <T> T besides(Function<Handle, T> work) {
    return inTransaction(work);
  }

  /** Puts tickets at the end of the queue, all or none, and returns them as they were numbered. */
  public List<Ticket> add(List<NewTicket> tickets) {
    return inTransaction(handle -> {
      List<Ticket> added = new ArrayList<>();
      for (NewTicket ticket : tickets) {
        added.add(TicketLists.add(handle, ticket));
      }
      return List.copyOf(added);
    });
  }

  /**
   * Carries out one tool call and puts it on record, in one transaction.
   *
   * <p>When the work throws, what it changed is taken back, a row with the outcome failed and the
   * exception's message is written, and the exception is thrown on. When the database itself fails,
   * or an {@link Error} is thrown, there is neither a change nor a row; where PostgreSQL is lost
   * while it commits, there may be both, and whoever looks the call up afterwards sees it.
   *
   * @param work must not call the store; it may be about one ticket, see {@link TicketWork#about}
   */
  public <T> T record(DeskCall call, Function<TicketWork, T> work) {
    CallLog.Attempt<T> attempt =
        inTransaction(handle -> new CallLog(handle, clock.instant()).attempt(call, work));
    return switch (attempt) {
      case CallLog.Done<T>(T result) -> result;
      case CallLog.Refused<T>(RuntimeException reason) -> throw reason;
    };
  }

  /** All tickets, in the order of arrival. */
  public List<Ticket> tickets() {
    return inTransaction(handle ->
        handle
            .createQuery("select * from ticket order by number")
            .map((row, context) -> TicketRows.ticket(row))
            .list());
  }

  /** The ticket with this id; empty when there is none or the text is no ticket id. */
  public Optional<Ticket> ticket(String ticketId) {
    return inTransaction(handle -> TicketWork.find(handle, ticketId));
  }

  /** Ids of the newest closed tickets of the same customer, newest first, five at most. */
  public List<String> closedOfSameCustomer(Ticket ticket) {
    return inTransaction(handle -> TicketWork.closedOfSameCustomer(handle, ticket));
  }

  public QueueCounts counts() {
    return counts(null);
  }

  /** The ticket with this id, in a transaction of {@link #besides}. */
  public static Optional<Ticket> find(Handle handle, String ticketId) {
    return TicketWork.find(handle, ticketId);
  }

  /** Counts what was picked for a shift; all where it is null. */
  public QueueCounts counts(@Nullable String lot) {
    return inTransaction(handle -> TicketWork.counts(handle, lot));
  }

  /** What the agent has read for a ticket, oldest first. */
  public List<Evidence> evidence(Ticket ticket) {
    return inTransaction(handle -> Evidence.of(handle, ticket.number()));
  }

  /** What was said after the description, without notes, oldest first. */
  public List<Message> said(Ticket ticket) {
    return inTransaction(handle -> Message.withoutNotes(handle, ticket.number()));
  }

  /** All that was said after the description, oldest first. */
  public List<Message> messages(Ticket ticket) {
    return inTransaction(handle -> Message.of(handle, ticket.number()));
  }

  /** All recorded tool calls, in the order in which they took effect. */
  public List<RecordedCall> calls() {
    return inTransaction(handle ->
        handle
            .createQuery("select * from tool_call order by seq")
            .map((row, context) -> TicketRows.call(row))
            .list());
  }

  /** The recorded calls about one ticket, oldest first. */
  public List<RecordedCall> callsAbout(String ticketId) {
    return inTransaction(handle ->
        handle
            .createQuery("select * from tool_call where ticket = :ticket order by seq")
            .bind("ticket", ticketId)
            .map((row, context) -> TicketRows.call(row))
            .list());
  }

  /** The recorded calls with one idempotency key, oldest first: what became of an effect. */
  public List<RecordedCall> callsWithKey(String idempotencyKey) {
    return inTransaction(handle ->
        handle
            .createQuery("select * from tool_call where idempotency_key = :key order by seq")
            .bind("key", idempotencyKey)
            .map((row, context) -> TicketRows.call(row))
            .list());
  }

  /** A number that no customer in the store has. */
  public int nextCustomerNumber() {
    return inTransaction(handle ->
        handle
            .createQuery("select coalesce(max(customer_number), 0) + 1 from ticket")
            .mapTo(Integer.class)
            .one());
  }

  /**
   * Gives the ticket that one run holds to another, for a run that carries on where one ended.
   *
   * @return the ticket; empty when the first run holds none
   * @throws IllegalStateException when the second run holds a ticket itself
   */
  public Optional<Ticket> handOver(String fromRun, String toRun) {
    return inTransaction(handle -> {
      Optional<Ticket> inTheWay = TicketWork.held(handle, toRun);
      if (inTheWay.isPresent() && !fromRun.equals(toRun)) {
        throw new IllegalStateException(
            "run %s holds %s and cannot take over another ticket"
                .formatted(toRun, inTheWay.get().id()));
      }
      handle
          .createUpdate("update ticket set run = :to where run = :from and status = :status")
          .bind("to", toRun)
          .bind("from", fromRun)
          .bind("status", TicketStatus.IN_PROGRESS.label())
          .execute();
      return TicketWork.held(handle, toRun);
    });
  }

  /** Puts the ticket that a run holds back into the queue, with what was done for it so far. */
  public void giveBack(String run) {
    inTransaction(handle ->
        handle
            .createUpdate(
                "update ticket set status = 'new', run = null where run = :run and status = 'in_progress'")
            .bind("run", run)
            .execute());
  }

  /** Closes the database; a second time does nothing. */
  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      tables.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the ticket store could not be closed", e);
    } finally {
      turn.unlock();
    }
  }

  private <T> T inTransaction(Function<Handle, T> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "the work of a recorded call may use the TicketWork it is given, but not the store");
    }
    turn.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the ticket store is closed");
      }
      return jdbi.inTransaction(handle -> {
        tables.await(handle);
        return work.apply(handle);
      });
    } finally {
      turn.unlock();
    }
  }
}
