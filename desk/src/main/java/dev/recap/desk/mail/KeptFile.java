package dev.recap.desk.mail;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A file that came with a ticket or with a message on it, as people find it.
 *
 * @param name as {@link Attachment} has made it safe
 * @param type as the sender called it, which nobody has to believe
 * @param size in bytes
 * @param kept whether its content is here; what was too large lies in the mailbox
 */
public record KeptFile(long id, String name, String type, int size, boolean kept) {

  /** Those of a ticket, in the order in which they came. */
  public static List<KeptFile> of(Handle handle, int ticket) {
    return handle
        .createQuery(
            "select id, name, type, size, content is not null as kept from attachment where ticket = :ticket order by id")
        .bind("ticket", ticket)
        .map((row, context) ->
            new KeptFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("type"),
                row.getInt("size"),
                row.getBoolean("kept")))
        .list();
  }

  /** What is in one; empty where it is no file of this ticket, or was not kept. */
  public static Optional<byte[]> content(Handle handle, int ticket, long id) {
    return handle
        .createQuery(
            "select content from attachment where id = :id and ticket = :ticket and content is not null")
        .bind("id", id)
        .bind("ticket", ticket)
        .mapTo(byte[].class)
        .findOne();
  }
}
