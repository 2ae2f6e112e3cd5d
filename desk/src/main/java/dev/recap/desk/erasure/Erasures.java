package dev.recap.desk.erasure;

import dev.recap.desk.batch.Batches;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Trials;
import dev.recap.journal.JournalException;
import dev.recap.storage.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases customers, so that no table, no journal of a shift and none of their files has a word of
 * or to them. The order is put on record first, without the text, and closes their tickets; what a
 * crash or a refusal breaks off is completed by {@link #goOn}. Safe for many threads and processes.
 */
public final class Erasures {
  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

  private final TicketStore tickets;
  private final ShiftJournals journals;
  private final Runnable beside;
  private final InstantSource clock;

  /**
   * Erases nothing yet.
   *
   * @param store with the journals of the shifts
   * @param batches the shifts
   * @param beside takes away the files with customers' words that lie beside the tables; a {@link
   *     RefusedException} leaves the erasure to be gone on with
   */
  public Erasures(
      TicketStore tickets, Store store, Batches batches, Runnable beside, InstantSource clock) {
    this.tickets = tickets;
    this.journals = new ShiftJournals(store, batches);
    this.beside = beside;
    this.clock = clock;
  }

  /** The tickets of a customer that would lose their text, oldest first. */
  public List<Ticket> tickets(Whose whose) {
    return tickets.besides(
        handle -> whose.tickets(handle).stream().map(number -> found(handle, number)).toList());
  }

  /** The erasure that a ticket belongs to; empty for none. */
  public Optional<Erasure> about(int ticket) {
    return tickets.besides(handle -> Erasure.about(handle, ticket));
  }

  /** All that were ordered, oldest first. */
  public List<Erasure> all() {
    return tickets.besides(Erasure::all);
  }

  /**
   * How many versions of the guidance have a customer's name or address: what a lead has kept there
   * stays until a lead takes it out.
   */
  public int guidanceThatNames(Ticket ticket) {
    return tickets.besides(handle ->
        handle
            .createQuery(
                """
                select count(*) from guidance
                where instr(lower(rules), lower(:name)) > 0 or instr(lower(rules), lower(:email)) > 0\
                """)
            .bind("name", ticket.asked().customer().name())
            .bind("email", ticket.asked().customer().email())
            .mapTo(Integer.class)
            .one());
  }

  /**
   * Erases a customer.
   *
   * @param by who wants it, for the record
   * @throws RefusedException when there is nothing of the customer, the agent has a ticket of
   *     theirs or a shift is at work: then nothing has changed. Also when a shift began meanwhile
   *     or left a call that nobody knows the end of: then the tickets are closed, and it can be
   *     gone on with
   */
  public Erasure erase(Whose whose, String by) {
    journals.refuseAtWork();
    long id = tickets.besides(handle -> order(handle, whose, by));
    return goOn(id);
  }

  /**
   * Goes on with one that is not finished.
   *
   * @throws RefusedException as {@link #erase}
   * @throws IllegalStateException when a journal or a file has the text still: somebody looks at it
   */
  public Erasure goOn(long id) {
    try {
      return completed(id);
    } catch (JournalException e) {
      throw new IllegalStateException("the erasure is not finished: " + e.getMessage(), e);
    }
  }

  private Erasure completed(long id) {
    Erasure one = tickets.besides(handle -> Erasure.get(handle, id));
    if (one.tables() == null) {
      List<Ticket> all = tickets.besides(handle -> ordered(handle, id));
      journals.erase(all.stream().map(Ticket::id).toList(), one.by(), clock.instant());
      var trials = new Trials(tickets);
      all.forEach(ticket -> trials.erase(ticket.id(), TicketTexts.instead(ticket.number())));
      tickets.besides(handle -> eraseTables(handle, id, all));
    }
    if (one.files() == null) {
      beside.run();
      // The journals', too: somebody may have read them when their own cleaning was due.
      journals.store().clean(DeskFile.tables(tickets));
      DeskFile.of(tickets).ifPresent(DeskFile::clean);
      tickets.besides(handle -> mark(handle, id, "files_at"));
    }
    return tickets.besides(handle -> Erasure.get(handle, id));
  }

  /** The last one that was ordered at a desk; 0 for none. */
  public static long last(TicketStore tickets) {
    return tickets.besides(handle ->
        handle.createQuery("select coalesce(max(id), 0) from erasure").mapTo(Long.class).one());
  }

  /** Goes on with all that are not finished; what cannot be yet is logged and left as it is. */
  public void goOnWithAll() {
    for (Erasure one : all()) {
      if (one.isUnfinished()) {
        try {
          goOn(one.id());
        } catch (RuntimeException failure) {
          LOG.warn(
              "erasure {} is not finished; it is tried again at the next start", one.id(), failure);
        }
      }
    }
  }

  /**
   * Puts it on record, closes the tickets, and takes out what only the address leads to, which is
   * not on record afterwards.
   */
  long order(Handle handle, Whose whose, String by) {
    List<Integer> numbers = whose.tickets(handle);
    boolean hasWritten =
        whose.email() != null && new SenderTexts(handle, whose.email()).erase() > 0;
    if (numbers.isEmpty() && !hasWritten) {
      throw new RefusedException(Reason.UNKNOWN, "there is nothing of this customer to erase");
    }
    List<Ticket> all = numbers.stream().map(number -> found(handle, number)).toList();
    all.forEach(Erasures::refuseAtWork);
    all.forEach(ticket -> eraseSender(handle, ticket));
    long id =
        handle
            .createQuery("insert into erasure (by, at) values (:by, :at) returning id")
            .bind("by", by)
            .bind("at", clock.instant().toString())
            .mapTo(Long.class)
            .one();
    int nobody =
        handle
            .createQuery("select coalesce(max(customer_number), 0) + 1 from ticket")
            .mapTo(Integer.class)
            .one();
    numbers.forEach(number -> close(handle, number, id, nobody));
    return id;
  }

  private static void refuseAtWork(Ticket ticket) {
    if (ticket.status() == TicketStatus.IN_PROGRESS) {
      throw new RefusedException(
          Reason.HELD, "the agent has %s: take it over, then erase".formatted(ticket.id()));
    }
  }

  private static void eraseSender(Handle handle, Ticket ticket) {
    String address = ticket.asked().customer().email();
    if (address != null) {
      new SenderTexts(handle, address).erase();
    }
  }

  /** No shift takes it from now on, and nobody's other tickets lead to it. */
  private void close(Handle handle, int number, long id, int nobody) {
    handle
        .createUpdate("insert into erasure_ticket (ticket, erasure) values (:ticket, :erasure)")
        .bind("ticket", number)
        .bind("erasure", id)
        .execute();
    handle
        .createUpdate(
            """
            update ticket set status = 'closed', customer_number = :nobody, changed_at = :now
            where number = :number\
            """)
        .bind("nobody", nobody)
        .bind("now", clock.instant().toString())
        .bind("number", number)
        .execute();
  }

  private static List<Ticket> ordered(Handle handle, long id) {
    return handle
        .createQuery("select ticket from erasure_ticket where erasure = :id order by ticket")
        .bind("id", id)
        .mapTo(Integer.class)
        .map(number -> found(handle, number))
        .list();
  }

  private boolean eraseTables(Handle handle, long id, List<Ticket> all) {
    if (Erasure.get(handle, id).tables() != null) {
      return false;
    }
    all.forEach(ticket -> new TicketTexts(handle, ticket.number(), ticket.id()).erase());
    TicketTexts.forgetWords(handle);
    return mark(handle, id, "tables_at");
  }

  private boolean mark(Handle handle, long id, String column) {
    return handle
            .createUpdate("update erasure set %s = :now where id = :id".formatted(column))
            .bind("now", clock.instant().toString())
            .bind("id", id)
            .execute()
        > 0;
  }

  private static Ticket found(Handle handle, int number) {
    return TicketLists.numbered(handle, number).orElseThrow();
  }
}
