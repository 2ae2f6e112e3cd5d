package dev.recap.desk.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What was said about a ticket after its description.
 *
 * @param author a name or an address
 */
public record Message(
    @JsonIgnore long id,
    @JsonIgnore Kind kind,
    String author,
    String text,
    @JsonIgnore Instant at) {

  /** Who hears it. */
  public enum Kind {
    /** From the customer. */
    CUSTOMER,
    /** To the customer. */
    REPLY,
    /** Among people of the desk: the agent does not see it. */
    NOTE
  }

  /** All about one ticket, oldest first. */
  public static List<Message> of(Handle handle, int ticket) {
    return handle
        .createQuery("select * from message where ticket = :ticket order by id")
        .bind("ticket", ticket)
        .map((row, context) ->
            new Message(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("author"),
                row.getString("text"),
                Instant.parse(row.getString("at"))))
        .list();
  }

  /** What the agent may see of it. */
  static List<Message> withoutNotes(Handle handle, int ticket) {
    return of(handle, ticket).stream().filter(message -> message.kind() != Kind.NOTE).toList();
  }
}
