package dev.recap.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.line.LineFormat;
import dev.recap.journal.line.SnapshotHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshot of one conversation. One that is missing or does not fit is passed over. */
record SnapshotRow(Database database, Lease lease, LineFormat format) {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotRow.class);

  /** What was kept of no more than so many entries. */
  Optional<Journal.Snapshot> read(long size) {
    try {
      return database.read(connection -> read(connection, size));
    } catch (SQLException e) {
      LOG.warn("the snapshot of {} is not read; its whole journal is", lease.conversation(), e);
      return Optional.empty();
    }
  }

  private Optional<Journal.Snapshot> read(Connection connection, long size) throws SQLException {
    byte @Nullable [] kept = bytes(connection);
    if (kept == null) {
      return Optional.empty();
    }
    Optional<SnapshotHead> head = SnapshotHead.in(kept, format).filter(its -> its.size() <= size);
    byte[] last = head.isPresent() ? line(connection, head.get().size() - 1) : new byte[0];
    return head.filter(its -> its.isBehind(last)).flatMap(its -> its.snapshot(kept));
  }

  private byte @Nullable [] bytes(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT bytes FROM recap_snapshot WHERE conversation = ?")) {
      select.setString(1, lease.conversation());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }

  private byte[] line(Connection connection, long sequence) throws SQLException {
    String line = NewRows.line(connection, lease.conversation(), sequence);
    return line == null ? new byte[0] : line.getBytes(UTF_8);
  }

  /** Keeps one, if the lease is still this writer's: what was erased must not come back with it. */
  void keep(long size, Supplier<List<byte[]>> bytes) {
    try {
      database.change(connection -> {
        lease.lock(connection);
        List<byte[]> packed = bytes.get();
        write(
            connection,
            SnapshotHead.of(size, 0, line(connection, size - 1), packed).with(packed, format));
      });
    } catch (SQLException | JournalException e) {
      LOG.warn("no snapshot of {} is kept; opening it takes longer", lease.conversation(), e);
    }
  }

  private void write(Connection connection, byte[] kept) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "INSERT INTO recap_snapshot (conversation, bytes) VALUES (?, ?)"
                + " ON CONFLICT (conversation) DO UPDATE SET bytes = excluded.bytes")) {
      put.setString(1, lease.conversation());
      put.setBytes(2, kept);
      put.executeUpdate();
    }
  }
}
