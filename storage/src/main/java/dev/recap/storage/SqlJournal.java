package dev.recap.storage;

import dev.recap.conversation.Media;
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
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one conversation in a {@link Store}, whose lease this writer has. An append stands
 * if the lease's token is still the one that this writer took; by that, and not by any clock, one
 * that was stopped and woke up too late writes nothing. What was appended is durable when {@link
 * #append} returns; where the answer to a COMMIT is lost, it is read again whether it stands.
 */
public final class SqlJournal implements Journal, AutoCloseable {
  private final Store store;
  private final Lease lease;
  private final boolean afterDeath;
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

  private SqlJournal(Store store, Lease.Taken taken) {
    this.store = store;
    this.lease = taken.lease();
    this.afterDeath = taken.afterDeath();
    this.media = new MediaRows(store.database());
    this.format = new LineFormat(taken.journalId(), media);
    this.rows = new EntryRows(store, lease.conversation());
    this.snapshot = new SnapshotRow(store.database(), lease, format);
    this.size = taken.size();
    this.renewals = store.keeper().keep(this, store.lease());
  }

  static SqlJournal open(Store store, String conversation) {
    return new SqlJournal(store, Lease.take(store, conversation));
  }

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
  public boolean othersMayStillRun() {
    return !afterDeath;
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

  /** With the next append this message of the inbox counts as taken. */
  void takesWithNext(String message) {
    taking.add(message);
  }

  private void checkWritable() {
    if (refusal != null) {
      throw new JournalException(refusal.reason(), String.valueOf(refusal.getMessage()), refusal);
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
          .change(connection -> {
            lease.prove(connection, first, entries.size());
            rowsToAdd.insert(connection, store.database().dialect());
          });
    } catch (LostCommit e) {
      settle(e, connection -> stands(connection, first, lines));
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

  @Override
  public void replace(List<? extends Entry> all) {
    appending.lock();
    try {
      checkWritable();
      replaceAll(List.copyOf(all));
    } finally {
      appending.unlock();
    }
    try {
      Cleaning.run(store.database());
    } catch (SQLException e) {
      throw store.failed(
          "take what was replaced out of the files, when the tables have lost it, of",
          conversation(),
          e);
    }
  }

  private void replaceAll(List<Entry> all) {
    if (all.size() < size) {
      throw new IllegalArgumentException(
          "%d entries take the place of as many or fewer, but were %d".formatted(size, all.size()));
    }
    Replacing replacing = replacing(all);
    String mark = UUID.randomUUID().toString();
    long before = size;
    try {
      store
          .database()
          .change(connection -> {
            lease.prove(connection, before, Math.toIntExact(all.size() - before));
            replacing.write(connection);
            Cleaning.mark(connection, mark);
          });
    } catch (LostCommit e) {
      settle(e, connection -> Cleaning.isMarked(connection, mark));
    } catch (SQLException e) {
      throw store.failed("replace the entries of", lease.conversation(), e);
    } catch (JournalException e) {
      refusal = e;
      throw e;
    }
    size = all.size();
  }

  private Replacing replacing(List<Entry> all) {
    List<byte[]> lines = new ArrayList<>();
    try {
      for (Entry entry : all) {
        lines.add(format.line(lines.size(), lines.size(), entry));
      }
      List<Media> fresh = media.takenBeside(lease.conversation());
      return new Replacing(
          store, new NewRows(lease.conversation(), 0, all, lines, fresh, List.of()), entries());
    } catch (JournalException e) {
      media.taken();
      throw e;
    } catch (SQLException e) {
      throw store.failed("read", lease.conversation(), e);
    }
  }

  /** What was to be committed stands whole or not at all. */
  private void settle(LostCommit lost, Database.Work<Boolean> isThere) {
    boolean stands;
    try {
      stands =
          store
              .database()
              .write(connection -> {
                // It waits for a transaction that the server has not finished.
                lease.lock(connection);
                return isThere.run(connection);
              });
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

  /** The first row of them tells. */
  private boolean stands(Connection connection, long first, List<byte[]> lines)
      throws SQLException {
    long now = lease.size(connection);
    if (lines.isEmpty()) {
      return true;
    }
    String line = NewRows.line(connection, lease.conversation(), first);
    return now >= first + lines.size()
        && line != null
        && NewRows.withoutEnd(lines.getFirst()).equals(line);
  }

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
  public void keepSnapshot(long first, Supplier<List<byte[]>> bytes) {
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
}
