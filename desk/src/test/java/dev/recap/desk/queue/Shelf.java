package dev.recap.desk.queue;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A store with tickets that tests put on it and set as they need them. */
final class Shelf implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  final InstantSource clock = InstantSource.fixed(NOON);
  final TicketStore store = Desks.empty(clock);

  /** A ticket that came in some minutes before noon. */
  Shelf ticket(String id, int minutesAgo, String text) {
    return ticket(id, minutesAgo, "About " + id, text);
  }

  Shelf ticket(String id, int minutesAgo, String subject, String text) {
    Instant created = NOON.minusSeconds(60L * minutesAgo);
    var customer = new Customer(7, "Jürgen Müller", "juergen.mueller@example.com");
    store.add(List.of(new NewTicket(customer, subject, text, created, id)));
    return this;
  }

  /** Sets columns of a ticket as SQL has them. */
  Shelf set(String id, String assignment) {
    store.besides(
        handle -> handle.execute("update ticket set " + assignment + " where name = ?", id));
    return this;
  }

  /** One value of a ticket's row. */
  String value(String id, String column) {
    return store.besides(handle ->
        handle
            .createQuery("select " + column + " from ticket where name = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one());
  }

  /** The ids of the first page, newest first. */
  List<String> ids(QueueFilter filter) {
    return ids(filter, QueueOrder.NEWEST);
  }

  List<String> ids(QueueFilter filter, QueueOrder order) {
    return new QueueSearch(store)
        .page(filter, order, QueuePlace.START, QueueSearch.MOST_ROWS).rows().stream()
            .map(QueueRow::id)
            .toList();
  }

  /** What people changed, as {@code id what: before -> after by}. */
  List<String> changes() {
    return store.besides(handle ->
        handle
            .createQuery(
                """
                select (select name from ticket where number = ticket) || ' ' || what || ': '
                       || coalesce(before, 'nothing') || ' -> ' || coalesce(after, 'nothing')
                       || ' by ' || by
                from change where ticket is not null order by seq\
                """)
            .mapTo(String.class)
            .list());
  }

  @Override
  public void close() {
    store.close();
  }
}
