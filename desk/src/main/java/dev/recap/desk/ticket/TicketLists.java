package dev.recap.desk.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as pages list them and programs bring them, in a transaction of {@link
 * TicketStore#besides}.
 */
public final class TicketLists {
  private TicketLists() {}

  /** The ticket with this number. */
  public static Optional<Ticket> numbered(Handle handle, int number) {
    return handle
        .createQuery("select * from ticket where number = :number")
        .bind("number", number)
        .map((row, context) -> TicketRows.ticket(row))
        .findOne();
  }

  /**
   * Some of the tickets, in the order of arrival.
   *
   * @param status only those; null for all
   * @param before how many are left out at the beginning
   */
  public static List<Ticket> page(
      Handle handle, @Nullable TicketStatus status, long before, int most) {
    return handle
        .createQuery(
            """
            select * from ticket where number in (
              select number from ticket %s order by number limit :most offset :before)
            order by number\
            """
                .formatted(status == null ? "" : "where status = :status"))
        .bindMap(status == null ? Map.of() : Map.of("status", status.label()))
        .bind("most", most)
        .bind("before", before)
        .map((row, context) -> TicketRows.ticket(row))
        .list();
  }

  /** What a person can decide on: drafts, and tickets that need somebody; without others' own. */
  public static List<Ticket> inReview(Handle handle, String person, int most) {
    return handle
        .createQuery(
            """
            select * from ticket
            where status in ('completed', 'needs_person') and (owner is null or owner = :person)
            order by number limit :most\
            """)
        .bind("person", person)
        .bind("most", most)
        .map((row, context) -> TicketRows.ticket(row))
        .list();
  }

  /** How many there are for whoever comes. */
  public static int inReview(Handle handle) {
    return handle
        .createQuery(
            "select count(*) from ticket where status in ('completed', 'needs_person') and owner is null")
        .mapTo(Integer.class)
        .one();
  }

  /** A customer's tickets, the newest first. */
  public static List<Ticket> ofCustomer(Handle handle, int customer, int most) {
    return handle
        .createQuery(
            "select * from ticket where customer_number = :customer order by number desc limit :most")
        .bind("customer", customer)
        .bind("most", most)
        .map((row, context) -> TicketRows.ticket(row))
        .list();
  }

  /** Which model wrote the draft; empty where nobody said. */
  public static Optional<String> draftedBy(Handle handle, int number) {
    return handle
        .createQuery(
            "select draft_model from ticket where number = :number and draft_model is not null")
        .bind("number", number)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Puts one ticket at the end of the queue, in a transaction of {@link TicketStore#besides}.
   *
   * @throws IllegalArgumentException when there is a ticket of its name already
   */
  public static Ticket add(Handle handle, NewTicket ticket) {
    int number =
        handle
            .createQuery("select coalesce(max(number), 0) + 1 from ticket")
            .mapTo(Integer.class)
            .one();
    return handle
        .createQuery(
            """
            insert into ticket (name, external_id, customer_number, customer_name, customer_email,
                                subject, description, created_at)
            values (:name, :externalId, :number, :customer, :email, :subject, :description,
                    :createdAt)
            returning *\
            """)
        .bind("name", name(handle, ticket, number))
        .bind("externalId", ticket.externalId())
        .bind("number", ticket.customer().number())
        .bind("customer", ticket.customer().name())
        .bind("email", ticket.customer().email())
        .bind("subject", ticket.subject())
        .bind("description", ticket.description())
        .bind("createdAt", ticket.createdAt().toString())
        .map((row, context) -> TicketRows.ticket(row))
        .one();
  }

  /** Its own, or one that nobody has. */
  private static String name(Handle handle, NewTicket ticket, int number) {
    String name = ticket.externalId() == null ? Ticket.nameOf(number) : ticket.externalId();
    for (int more = 2; TicketWork.find(handle, name).isPresent(); more++) {
      if (ticket.externalId() != null) {
        throw new IllegalArgumentException(
            "id was '%s', but there is a ticket of that name already".formatted(name));
      }
      name = Ticket.nameOf(number) + "-" + more;
    }
    return name;
  }
}
