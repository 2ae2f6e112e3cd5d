package dev.recap.desk.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a draft, as it stood then; it is never changed, only undone.
 *
 * @param ticket the ticket's number
 * @param revision the ticket's, when it was decided
 * @param guidance the version of the rules that the draft was made with; null for none on record
 * @param reply what goes to the customer; null where nothing does
 * @param draft the agent's text; null without one
 * @param kept which share of the draft's words stayed, 0 to 1; null where there is no reply to a
 *     draft
 * @param reason why it was sent back; null otherwise
 * @param remark what the agent was told, or null
 * @param undone by whom it was taken back; null for nobody
 */
public record Decision(
    long id,
    int ticket,
    Kind kind,
    String by,
    Instant at,
    int revision,
    @Nullable Integer guidance,
    @Nullable Reply reply,
    @Nullable String draft,
    @Nullable Double kept,
    @Nullable String reason,
    @Nullable String remark,
    @Nullable String undone) {

  /** What was decided. */
  public enum Kind {
    /** The draft goes out as it is. */
    APPROVED,
    /** The same, by an exemption from review: no person looked. */
    EXEMPTED,
    /** It goes out as the person changed it. */
    EDITED,
    /** The agent works the ticket again. */
    SENT_BACK,
    /** The person answers it. */
    TAKEN_OVER
  }

  /**
   * What goes out, frozen.
   *
   * @param recipient an address; null where none is known
   */
  public record Reply(@Nullable String recipient, String subject, String text) {}

  /** Those about a ticket, oldest first. */
  static List<Decision> of(Handle handle, int ticket) {
    return handle
        .createQuery("select * from decision where ticket = :ticket order by id")
        .bind("ticket", ticket)
        .map((row, context) -> of(row))
        .list();
  }

  static Optional<Decision> find(Handle handle, long id) {
    return handle
        .createQuery("select * from decision where id = :id")
        .bind("id", id)
        .map((row, context) -> of(row))
        .findOne();
  }

  /** How the ticket stood before. */
  static String was(Handle handle, long id) {
    return handle
        .createQuery("select was from decision where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  static String ticketId(Handle handle, long id) {
    return handle
        .createQuery(
            "select name from ticket join decision on ticket.number = decision.ticket where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  static Decision of(ResultSet row) throws SQLException {
    String text = row.getString("text");
    int guidance = row.getInt("guidance");
    boolean unguided = row.wasNull();
    double kept = row.getDouble("kept");
    boolean noDraft = row.wasNull();
    return new Decision(
        row.getLong("id"),
        row.getInt("ticket"),
        kind(row),
        row.getString("by"),
        Instant.parse(row.getString("at")),
        row.getInt("revision"),
        unguided ? null : guidance,
        text == null ? null : new Reply(row.getString("recipient"), row.getString("subject"), text),
        row.getString("draft"),
        noDraft ? null : kept,
        row.getString("reason"),
        row.getString("remark"),
        row.getString("undone_by"));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return row.getString("exemption") == null
        ? Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))
        : Kind.EXEMPTED;
  }
}
