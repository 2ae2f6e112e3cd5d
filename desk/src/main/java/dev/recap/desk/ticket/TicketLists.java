package dev.recap.desk.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tickets as pages list them, in a transaction of {@link TicketStore#besides}. */
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
}
