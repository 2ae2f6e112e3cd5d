package dev.recap.desk.review;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what is said into a ticket's conversation. */
final class Said {
  private Said() {}

  static void reply(Handle handle, Decision decision, String text) {
    put(handle, decision.ticket(), "reply", decision.by(), text, decision.at(), mark(decision));
  }

  /** As if the reply had never been. */
  static void takeBack(Handle handle, Decision decision) {
    handle
        .createUpdate("delete from message where mail_id = :mark")
        .bind("mark", mark(decision))
        .execute();
  }

  private static String mark(Decision decision) {
    return "decision-" + decision.id();
  }

  static void note(Handle handle, int ticket, String by, String text, Instant at) {
    put(handle, ticket, "note", by, text, at, null);
  }

  static void customer(Handle handle, int ticket, String author, String text, Instant at) {
    put(handle, ticket, "customer", author, text, at, null);
  }

  private static void put(
      Handle handle,
      int ticket,
      String kind,
      String author,
      String text,
      Instant at,
      @Nullable String mark) {
    handle
        .createUpdate(
            """
            insert into message (ticket, kind, author, text, at, mail_id)
            values (:ticket, :kind, :author, :text, :at, :mark)\
            """)
        .bind("ticket", ticket)
        .bind("kind", kind)
        .bind("author", author)
        .bind("text", text)
        .bind("at", at.toString())
        .bind("mark", mark)
        .execute();
  }
}
