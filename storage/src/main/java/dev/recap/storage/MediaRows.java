package dev.recap.storage;

import dev.recap.conversation.Media;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.line.MediaShelf;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Images and documents in their table, each once by its hash, however many conversations show it.
 */
final class MediaRows implements MediaShelf {
  private final Database database;
  private final List<Media> kept = new ArrayList<>();

  MediaRows(Database database) {
    this.database = database;
  }

  /** They are written with the lines that name them. */
  @Override
  public void keep(List<Media> shown) {
    kept.addAll(shown);
  }

  /** Those that the next transaction has to write. */
  List<Media> taken() {
    List<Media> taken = List.copyOf(kept);
    kept.clear();
    return taken;
  }

  /** Those of them that the conversation does not show already, each with its bytes at hand. */
  List<Media> takenBeside(String conversation) throws SQLException {
    Set<String> shown = database.read(connection -> shown(connection, conversation));
    List<Media> fresh = new ArrayList<>();
    for (Media media : taken()) {
      if (!shown.contains(media.sha256())) {
        byte[] bytes = media.bytes();
        fresh.add(
            new Media(
                media.name(),
                media.type(),
                media.size(),
                media.sha256(),
                media.tokens(),
                same -> bytes));
      }
    }
    return fresh;
  }

  private static Set<String> shown(Connection connection, String conversation) throws SQLException {
    Set<String> shown = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT sha256 FROM recap_media_use WHERE conversation = ?")) {
      select.setString(1, conversation);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          shown.add(row.getString(1));
        }
      }
    }
    return shown;
  }

  /** Locks each row, so that nobody takes away meanwhile what no other conversation shows. */
  static void write(Connection connection, String conversation, List<Media> shown)
      throws SQLException {
    if (shown.isEmpty()) {
      return;
    }
    try (PreparedStatement bytes =
            connection.prepareStatement(
                "INSERT INTO recap_media (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET sha256 = excluded.sha256");
        PreparedStatement use =
            connection.prepareStatement(
                "INSERT INTO recap_media_use (sha256, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      for (Media media : shown) {
        bytes.setString(1, media.sha256());
        bytes.setBytes(2, media.bytes());
        bytes.executeUpdate();
        use.setString(1, media.sha256());
        use.setString(2, conversation);
        use.executeUpdate();
      }
    }
  }

  /** Takes away what no conversation shows any more. */
  static void dropUnused(Connection connection, Dialect dialect) throws SQLException {
    String unused =
        " FROM recap_media WHERE NOT EXISTS"
            + " (SELECT 1 FROM recap_media_use u WHERE u.sha256 = recap_media.sha256)";
    if (dialect == Dialect.POSTGRESQL) {
      // Who is about to show one has locked it, and is seen by the statement after this one.
      NewRows.update(
          connection,
          "UPDATE recap_media SET sha256 = sha256 WHERE sha256 IN (SELECT sha256" + unused + ")");
    }
    NewRows.update(connection, "DELETE" + unused);
  }

  @Override
  public byte[] read(Media media) {
    Optional<byte[]> bytes;
    try {
      bytes = database.read(connection -> bytes(connection, media));
    } catch (SQLException e) {
      throw new JournalException(
          Reason.IO, "cannot read '%s': %s".formatted(media.name(), e.getMessage()), e);
    }
    return bytes.orElseThrow(() ->
        new JournalException(
            Reason.DAMAGED, "'%s', which the journal names, is not there".formatted(media.name())));
  }

  private static Optional<byte[]> bytes(Connection connection, Media media) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT bytes FROM recap_media WHERE sha256 = ?")) {
      select.setString(1, media.sha256());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }
}
