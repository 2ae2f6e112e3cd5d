package dev.recap.desk.connect;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which of another desk's tickets and articles are which of ours. */
record Links(Handle handle, String system) {

  /** The number of our ticket. */
  Optional<Integer> ticket(RemoteTicket ticket) {
    return handle
        .createQuery("select ticket from connect_ticket where system = :system and remote = :id")
        .bind("system", system)
        .bind("id", String.valueOf(ticket.id()))
        .mapTo(Integer.class)
        .findOne();
  }

  /** Whether nothing has changed on it since it was taken. */
  boolean isUpToDate(RemoteTicket ticket) {
    return handle
            .createQuery(
                """
                select count(*) from connect_ticket
                where system = :system and remote = :id and updated = :updated\
                """)
            .bind("system", system)
            .bind("id", String.valueOf(ticket.id()))
            .bind("updated", ticket.updatedAt())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The other desk's id of our ticket. */
  Optional<Long> remote(int ticket) {
    return handle
        .createQuery(
            "select remote from connect_ticket where system = :system and ticket = :ticket")
        .bind("system", system)
        .bind("ticket", ticket)
        .mapTo(Long.class)
        .findOne();
  }

  void keep(RemoteTicket remote, int ticket) {
    handle
        .createUpdate(
            """
            insert into connect_ticket (system, remote, ticket, updated)
            values (:system, :remote, :ticket, :updated)
            on conflict (system, remote) do update set updated = :updated\
            """)
        .bind("system", system)
        .bind("remote", String.valueOf(remote.id()))
        .bind("ticket", ticket)
        .bind("updated", remote.updatedAt())
        .execute();
  }

  /** Notes that an article is known here; false when it was. */
  boolean keep(long article, int ticket) {
    return handle
            .createUpdate(
                """
                insert into connect_article (system, remote, ticket) values (:system, :article, :ticket)
                on conflict do nothing\
                """)
            .bind("system", system)
            .bind("article", String.valueOf(article))
            .bind("ticket", ticket)
            .execute()
        == 1;
  }
}
