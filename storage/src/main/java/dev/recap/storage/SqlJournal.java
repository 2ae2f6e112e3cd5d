package dev.recap.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.LineFormat;
import dev.recap.storage.Database.LostCommit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one conversation in a {@link Store}, whose lease this writer has. An append stands
 * if the lease's token is still the one that this writer took; by that, and not by any clock, one
 * that was stopped and woke up too late writes nothing.
 *
 * <p>What was appended is durable when {@link #append} returns. Where the answer to a COMMIT is
 * lost, it is read again whether it stands.
 */
public final class SqlJournal implements Journal, AutoCloseable {
  private final Store store;
  private final Lease lease;
  private final LineFormat format;
  private final MediaRows media;
  private final EntryRows rows;
  private final SnapshotRow snapshot;
  private final OpenCallsSeen calls = new OpenCallsSeen();
  private final ReentrantLock appending = new ReentrantLock();
  private final ScheduledFuture<?> renewals;
  private final List<String> taking = new ArrayList<>();
  private volatile long size;
  private @Nullable JournalException refusal;

  private SqlJournal(Store store, Lease lease, String journalId, long size) {
    this.store = store;
    this.lease = lease;
    this.media = new MediaRows(store.database());
    this.format = new LineFormat(journalId, media);
    this.rows = new EntryRows(store, lease.conversation());
    this.snapshot = new SnapshotRow(store.database(), lease, format);
    this.size = size;
    this.renewals = store.keeper().keep(this, store.lease());
  }

  static SqlJournal open(Store store, String conversation) {
    Lease.Taken taken = Lease.take(store, conversation);
    return new SqlJournal(store, taken.lease(), taken.journalId(), taken.size());
  }

  /** The conversation's id. */
  public String conversation() {
    return lease.conversation();
  }

  /** What a tool needs whose effect is in this very database. */
  public Fence fence() {
    return new Fence(store, lease);
  }

  @Override
  public Optional<Duration> lease() {
    return Optional.of(store.lease());
  }

  @Override
  public void append(List<? extends Entry> entries) {
    appending.lock();
    try {
      checkWritable();
      write(List.copyOf(entries));
    } finally {
      appending.unlock();
    }
  }

  /** With the next append these messages of the inbox count as taken. */
  void takesWithNext(List<String> messages) {
    taking.addAll(messages);
  }

  private void checkWritable() {
    if (refusal != null) {
      throw new JournalException(refusal.reason(), refusal.getMessage(), refusal);
    }
  }

  private void write(List<Entry> entries) {
    long first = size;
    List<byte[]> lines = new ArrayList<>();
    try {
      for (Entry entry : entries) {
        lines.add(format.line(first + lines.size(), first, entry));
      }
    } catch (JournalException e) {
      media.taken();
      throw e;
    }
    var rowsToAdd = new NewRows(lease.conversation(), first, entries, lines, media.taken(), taking);
    try {
      store
          .database()
          .write(connection -> {
            lease.prove(connection, first, entries.size());
            rowsToAdd.insert(connection, store.database().dialect());
            return null;
          });
    } catch (LostCommit e) {
      settle(first, lines, e);
    } catch (SQLException e) {
      throw store.failed("append to", lease.conversation(), e);
    } catch (JournalException e) {
      refusal = e;
      throw e;
    }
    taking.clear();
    size = first + entries.size();
    entries.forEach(calls::see);
  }

  /** What was to be committed stands whole or not at all: its first row tells. */
  private void settle(long first, List<byte[]> lines, LostCommit lost) {
    boolean stands;
    try {
      stands = store.database().write(connection -> stands(connection, first, lines));
    } catch (SQLException e) {
      lost.addSuppressed(e);
      refusal =
          new JournalException(
              Reason.CLOSED,
              "conversation '%s' takes no entry: nobody knows whether the last append stands, and only opening it again tells"
                  .formatted(lease.conversation()));
      throw store.failed("append to", lease.conversation(), lost);
    } catch (JournalException e) {
      refusal = e;
      throw e;
    }
    if (!stands) {
      throw store.failed("append to", lease.conversation(), lost);
    }
  }

  private boolean stands(Connection connection, long first, List<byte[]> lines)
      throws SQLException {
    // It waits for a transaction that the server has not finished.
    lease.lock(connection);
    long now = lease.size(connection);
    if (lines.isEmpty()) {
      return true;
    }
    String line = NewRows.line(connection, lease.conversation(), first);
    return now >= first + lines.size()
        && line != null
        && NewRows.withoutEnd(lines.getFirst()).equals(line);
  }

  /** Says that this writer is there. */
  void renew() {
    if (!appending.tryLock()) {
      return; // It is appending, which says as much.
    }
    try {
      if (refusal == null) {
        write(List.of());
      }
    } finally {
      appending.unlock();
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public Optional<Snapshot> snapshot() {
    return snapshot.read(size);
  }

  @Override
  public void keepSnapshot(long first, Supplier<byte[]> bytes) {
    appending.lock();
    try {
      if (refusal == null) {
        snapshot.keep(first, bytes);
      }
    } finally {
      appending.unlock();
    }
  }

  @Override
  public void read(long from, Consumer<? super Entry> each) {
    rows.read(from, size, each);
  }

  /**
   * Gives up the lease, unless calls may still be running whose end is on no record: then it runs
   * out, and within it only this process may take the conversation again. What is on record can be
   * read all the same.
   */
  @Override
  public void close() {
    renewals.cancel(false);
    appending.lock();
    try {
      if (refusal == null) {
        refusal =
            new JournalException(
                Reason.CLOSED,
                "conversation '%s' takes no entry: it is closed".formatted(lease.conversation()));
        lease.giveUp(calls.mayStillRun());
      }
    } finally {
      appending.unlock();
    }
  }

  /** Bytes of a line, for messages and comparisons. */
  static String text(byte[] line) {
    return new String(line, UTF_8);
  }
}
