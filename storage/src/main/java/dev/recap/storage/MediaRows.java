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
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  @Override
  public byte[] read(Media media) {
    byte @Nullable [] bytes;
    try {
      bytes = database.read(connection -> bytes(connection, media));
    } catch (SQLException e) {
      throw new JournalException(
          Reason.IO, "cannot read '%s': %s".formatted(media.name(), e.getMessage()), e);
    }
    if (bytes == null) {
      throw new JournalException(
          Reason.DAMAGED, "'%s', which the journal names, is not there".formatted(media.name()));
    }
    return bytes;
  }

  private static byte @Nullable [] bytes(Connection connection, Media media) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT bytes FROM recap_media WHERE sha256 = ?")) {
      select.setString(1, media.sha256());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }
}
