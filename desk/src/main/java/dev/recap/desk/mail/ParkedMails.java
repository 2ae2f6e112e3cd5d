package dev.recap.desk.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What was parked, for people to look through. */
public final class ParkedMails {
  private static final String COLUMNS =
      "id, mail_id, ticket, sender, subject, text, reason, at, raw is not null as kept, released_by";

  private final MailReader reader;
  private final Intake intake;
  private final InstantSource clock;

  public ParkedMails(MailSettings.Own own, MailSettings.Limits limits, InstantSource clock) {
    this.reader = new MailReader(own, limits);
    this.intake = new Intake(limits.mailsAnHour(), clock);
    this.clock = clock;
  }

  /** The newest that nobody has released, newest first. */
  public List<ParkedMail> waiting(Handle handle, int limit) {
    return handle
        .createQuery(
            "select %s from parked_mail where released_by is null order by id desc limit :limit"
                .formatted(COLUMNS))
        .bind("limit", limit)
        .map(ParkedMails::parked)
        .list();
  }

  private static ParkedMail parked(ResultSet row, StatementContext context) throws SQLException {
    int number = row.getInt("ticket");
    @Nullable Integer ticket = row.wasNull() ? null : number;
    return new ParkedMail(
        row.getLong("id"),
        ticket,
        row.getString("sender"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("reason"),
        Instant.parse(row.getString("at")),
        row.getBoolean("kept"),
        row.getString("released_by"));
  }

  /**
   * Makes of a parked mail what it would have become: a ticket or a message on one.
   *
   * @throws IllegalArgumentException when there is no such mail, somebody else was faster, it was
   *     too large to be kept, or it names nobody to answer to
   */
  public Taken release(Handle handle, long id, String by) {
    Held held =
        handle
            .createQuery("select mail_id, at, raw, released_by from parked_mail where id = :id")
            .bind("id", id)
            .map((row, context) ->
                new Held(
                    row.getString("mail_id"),
                    Instant.parse(row.getString("at")),
                    row.getBytes("raw"),
                    row.getString("released_by")))
            .findOne()
            .orElseThrow(() -> new IllegalArgumentException("there is no parked mail " + id));
    if (held.releasedBy() != null) {
      throw new IllegalArgumentException(
          "parked mail %d was released by %s already".formatted(id, held.releasedBy()));
    }
    if (held.raw() == null) {
      throw new IllegalArgumentException(
          "parked mail %d was too large to be kept, or could not be read; it is in the mailbox"
              .formatted(id));
    }
    IncomingMail mail = reader.read(held.raw(), held.at());
    Taken taken = intake.release(new MailRecords(handle, mail, held.mailId(), clock.instant()));
    handle
        .createUpdate(
            "update parked_mail set released_by = :by, released_at = :at, raw = null where id = :id")
        .bind("by", by)
        .bind("at", clock.instant().toString())
        .bind("id", id)
        .execute();
    return taken;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Held(
      String mailId, Instant at, byte @Nullable [] raw, @Nullable String releasedBy) {}
}
