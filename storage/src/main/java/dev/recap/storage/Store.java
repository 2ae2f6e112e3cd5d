package dev.recap.storage;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.ThisProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database that keeps the journals of conversations, in tables of its own whose names begin with
 * {@code recap_}. It makes them, and brings them up to date, when it is opened.
 *
 * <p>A conversation has one writer at a time, by a lease: a second one is refused, a dead one's
 * runs out, and one that was stopped for longer than its lease can neither append nor begin a call.
 * The lease must outlast the longest call of the agent's tools. Safe for many threads.
 *
 * <p>Every failure is a {@link JournalException}.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /** Longer than a call may take unless it is said otherwise. */
  static final Duration STANDARD_LEASE = Duration.ofSeconds(90);

  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int LONGEST_ID = 200;

  private final Database database;
  private final String name;
  private final Duration lease;
  private final String holder;
  private final LeaseKeeper keeper;

  private Store(Database database, String name, Duration lease, String holder, LeaseKeeper keeper) {
    this.database = database;
    this.name = name;
    this.lease = lease;
    this.holder = holder;
    this.keeper = keeper;
  }

  /** One in a file, which is made where there is none. */
  public static Store sqlite(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "a database needs an existing folder, but the one of %s is not there".formatted(file));
    }
    var config = new SQLiteConfig();
    // Two processes that both read before they write would otherwise meet in a deadlock.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return of(source, PATIENCE, file.toString());
  }

  /**
   * One in the caller's own SQLite or PostgreSQL database. Its connections, of which two may be
   * taken at once by each conversation that is open, come from the caller's pool.
   */
  public static Store of(DataSource source) {
    return of(source, PATIENCE);
  }

  /** The same whose statements wait this long for what others hold. */
  static Store of(DataSource source, Duration patience) {
    return of(source, patience, "the database");
  }

  private static Store of(DataSource source, Duration patience, String name) {
    try {
      Database database = Database.of(source, patience);
      Migrations.run(database);
      clean(database, name);
      return new Store(database, name, STANDARD_LEASE, ThisProcess.name(), new LeaseKeeper());
    } catch (SQLException e) {
      throw new JournalException(
          Reason.IO, "%s cannot keep journals: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** What an erasure left to be done; where that cannot be now, it is tried again next time. */
  private static void clean(Database database, String name) {
    try {
      Cleaning.run(database);
    } catch (SQLException e) {
      LOG.warn("what was erased is in no table of {} any more, but still in its files", name, e);
    }
  }

  /**
   * The same whose writers may be silent for this long before another may take their place, 90
   * seconds unless it is said. They say that they are there three times as often, and with whatever
   * they append.
   */
  public Store withLease(Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException("a lease must be positive, but was " + time);
    }
    return new Store(database, name, time, holder, keeper);
  }

  /** The same whose writers have this name in the words to those who come second. */
  public Store withHolder(String writer) {
    if (writer.isBlank()) {
      throw new IllegalArgumentException("a holder has a name, but it was blank");
    }
    return new Store(database, name, lease, writer, keeper);
  }

  /**
   * Takes a conversation's lease to go on with its journal; where there is none it is made.
   *
   * @param conversation an id of the application's, of 1 to 200 characters
   * @throws JournalException when somebody has it, naming the holder; when a newer release wrote
   *     it; or when the database says no
   */
  public SqlJournal open(String conversation) {
    return SqlJournal.open(this, checked(conversation));
  }

  /**
   * Hands out the entries of a conversation from a sequence on, oldest first, whether or not
   * somebody writes it; none where there is no such conversation.
   */
  public void read(String conversation, long from, Consumer<? super Entry> each) {
    new EntryRows(this, checked(conversation)).read(from, Long.MAX_VALUE, each);
  }

  /**
   * Writes a conversation to a file of JSON lines, as {@link dev.recap.journal.JsonLinesJournal}
   * has them; images and documents go beside it.
   *
   * @param file must not be there yet
   * @return how many entries there are
   */
  public long exportTo(Path file, String conversation) {
    return new Transfer(this, checked(conversation)).toFile(file);
  }

  /**
   * Takes the journal in such a file as a conversation that has no entries yet: all of it or
   * nothing.
   *
   * @return how many entries there are
   */
  public long importFrom(Path file, String conversation) {
    return new Transfer(this, checked(conversation)).fromFile(file);
  }

  /** Who writes a conversation, or could still come back to it; empty for nobody. */
  public Optional<Holder> holder(String conversation) {
    return Holder.of(this, checked(conversation));
  }

  /**
   * Ends the lease of a holder that the caller knows to be dead, with all calls of its tools: it
   * need not run out then.
   *
   * @return false when it is no longer that holder's, or was renewed
   */
  public boolean endLease(String conversation, Holder dead) {
    return dead.end(this, checked(conversation));
  }

  /**
   * Takes out of the database's files what was deleted from it so far, for a caller who keeps
   * tables of their own beside the journals. An erasure does so for the journals by itself.
   *
   * @param tables those of the caller in PostgreSQL; of SQLite the whole file is written anew
   * @throws JournalException when somebody still sees what was deleted, or the database says no
   */
  public void clean(List<String> tables) {
    try {
      do {
        database.change(connection -> Cleaning.mark(connection, UUID.randomUUID().toString()));
      } while (!Cleaning.run(database, tables));
    } catch (SQLException e) {
      throw new JournalException(
          Reason.IO,
          "what was deleted still stands in the files of %s: %s".formatted(name, e.getMessage()),
          e);
    }
  }

  static String checked(String conversation) {
    Objects.requireNonNull(conversation, "conversation");
    boolean fits =
        !conversation.isBlank()
            && conversation.length() <= LONGEST_ID
            && conversation.chars().noneMatch(Character::isISOControl);
    if (!fits) {
      throw new IllegalArgumentException(
          "a conversation's id has 1 to %d characters, none of them a control character, but was '%.220s'"
              .formatted(LONGEST_ID, conversation));
    }
    return conversation;
  }

  Database database() {
    return database;
  }

  Duration lease() {
    return lease;
  }

  String holder() {
    return holder;
  }

  LeaseKeeper keeper() {
    return keeper;
  }

  JournalException failed(String what, String conversation, SQLException cause) {
    return new JournalException(
        Reason.IO,
        "cannot %s conversation '%s' in %s: %s"
            .formatted(what, conversation, name, cause.getMessage()),
        cause);
  }

  /**
   * Renews no lease any more. Journals that are still open lose theirs when it runs out. A second
   * time does nothing.
   */
  @Override
  public void close() {
    keeper.close();
    try {
      database.close();
    } catch (SQLException e) {
      throw new JournalException(
          Reason.IO, "cannot close %s: %s".formatted(name, e.getMessage()), e);
    }
  }
}
