package dev.recap.desk.mail;

import dev.recap.desk.mail.OutboxEntry.Conversation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which mails belong to which ticket. */
final class Threads {
  private static final int MOST_REFERENCES = 12;

  private Threads() {}

  /** What a reply has to name to stand behind what was said before. */
  static Conversation answering(Handle handle, int ticket, String messageId, String token) {
    List<String> taken =
        names(
            handle,
            ticket,
            "select message_id from mail_taken where ticket = :ticket and became in ('ticket', 'message')"
                + " and message_id is not null order by at, rowid");
    List<String> before =
        names(
            handle,
            ticket,
            """
            select message_id from (
              select message_id, at from mail_taken
              where ticket = :ticket and became in ('ticket', 'message') and message_id is not null
              union all
              select message_id, at from outbox
              where ticket = :ticket and way = 'mail' and state in ('sent', 'unknown')) as mails
            order by at\
            """);
    return new Conversation(
        messageId, taken.isEmpty() ? null : taken.getLast(), few(before), token);
  }

  private static List<String> names(Handle handle, int ticket, String query) {
    return handle.createQuery(query).bind("ticket", ticket).mapTo(String.class).list();
  }

  /** The first and the last ones: a header has to end somewhere. */
  private static List<String> few(List<String> names) {
    if (names.size() <= MOST_REFERENCES) {
      return names;
    }
    List<String> few = new ArrayList<>();
    few.add(names.getFirst());
    few.addAll(names.subList(names.size() - MOST_REFERENCES + 1, names.size()));
    return few;
  }

  /** The ticket that one of the tokens was made for. */
  static Optional<Integer> byToken(Handle handle, Collection<String> tokens) {
    return tokens.stream()
        .map(token ->
            handle
                .createQuery("select ticket from mail_token where token = :token")
                .bind("token", token)
                .mapTo(Integer.class)
                .findOne())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The ticket of the first of these mails that is known here, ours or others'. */
  static Optional<Integer> byMessageId(Handle handle, Collection<String> messageIds) {
    return messageIds.stream()
        .map(id ->
            handle
                .createQuery(
                    """
                    select ticket from outbox where message_id = :id
                    union all
                    select ticket from mail_taken where message_id = :id and ticket is not null\
                    """)
                .bind("id", id)
                .mapTo(Integer.class)
                .findFirst())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The row of the outbox that went out under this name. */
  static Optional<OutboxEntry> sent(Handle handle, Collection<String> messageIds) {
    return messageIds.stream()
        .map(id ->
            OutboxRows.query(handle, "where message_id = :id")
                .bind("id", id)
                .map(OutboxRows::entry)
                .findOne())
        .flatMap(Optional::stream)
        .findFirst();
  }
}
