package dev.recap.desk.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.review.ByHand;
import dev.recap.desk.review.Release;
import dev.recap.desk.review.Review;
import dev.recap.desk.review.Seen;
import dev.recap.desk.shift.Shifts;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.storage.Store;
import dev.recap.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A desk in a folder with a customer whose name stands in everything that a desk can keep: all that
 * is theirs says Winterbottom, in capital or small letters.
 */
final class CustomerDesk implements AutoCloseable {
  /** For all desks, which only read it. */
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  static final String NAME = "winterbottom";
  static final String EMAIL = "ada.winterbottom@example.com";
  private static final String SAID = "Winterbottom hums terribly. ";
  private static final String DAY = "2026-11-29T00:00:00Z";

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-29T10:00:00Z"));
  final TicketStore tickets;
  final Store journals;
  final Batches batches;
  final Erasures erasures;
  final Review review;
  final ByHand hands;
  private final Path folder;
  private int calls;

  CustomerDesk(Path folder) {
    this(
        folder, Desks.place(folder.resolve("desk.db")), Desks.place(folder.resolve("journals.db")));
  }

  static CustomerDesk ofFiles(Path folder) {
    return new CustomerDesk(
        folder, folder.resolve("desk.db").toString(), folder.resolve("journals.db").toString());
  }

  static CustomerDesk ofPostgresql(Path folder, String url) {
    return new CustomerDesk(folder, url, url);
  }

  private CustomerDesk(Path folder, String place, String books) {
    this.folder = folder;
    tickets = TicketStore.at(place, clock);
    var address = new Address(books);
    journals = address.store();
    batches = Batches.in(address.source());
    erasures = new Erasures(tickets, journals, batches, () -> {}, clock);
    review = new Review(tickets, Release.NONE, clock);
    hands = new ByHand(tickets, clock);
  }

  /** Everything that there can be of the customer, and the same of somebody else. */
  CustomerDesk filled() {
    add("Ada Winterbottom", 7, EMAIL, null);
    add("Bob Summerfield", 8, "bob.summerfield@example.com", null);
    worksAShift();
    add("Ada Winterbottom", 7, null, "winterbottom-2");
    add("A. Winterbottom", 9, EMAIL.toUpperCase(Locale.ROOT), null);
    isDecided("TICKET-1");
    isSearchedFor("TICKET-1");
    new CustomerRows(tickets).fill();
    return this;
  }

  /** The agent takes what waits longest. */
  void takes() {
    tickets.record(
        call("get_next_ticket", "{}"),
        work -> {
          work.about(work.claimNext().orElseThrow().id());
          return true;
        });
  }

  private void add(String name, int number, @Nullable String email, @Nullable String id) {
    String said = SAID.replace("Winterbottom", name);
    tickets.add(
        List.of(
            new NewTicket(
                new Customer(number, name, email),
                name + " has a lamp",
                said,
                Instant.parse(DAY),
                id)));
  }

  private void worksAShift() {
    shift(times -> {});
  }

  /**
   * Works all that waits.
   *
   * @param before told before each reply of the model how many there were
   */
  void shift(IntConsumer before) {
    shift(
        before,
        shifts ->
            shifts.start(
                new Shifts.Order(List.of(), "clerk", Way.RECAP, 100_000, Budget.NONE, "Ann")));
  }

  /** Begins a shift or goes on with one, and waits for its end. */
  void shift(IntConsumer before, Function<Shifts, String> begin) {
    try (var shifts =
        new Shifts(
            new Shifts.Place(
                "desk.db",
                tickets,
                journals,
                batches,
                new GuidanceRecord(tickets, clock),
                () -> KNOWLEDGE,
                new Clerks(before)),
            id -> {},
            clock)) {
      shifts.await(begin.apply(shifts));
    }
  }

  private void isDecided(String id) {
    review.edit(id, Seen.of(now(id)), "Ann", "Dear Ada Winterbottom, soon.");
    hands.customerWrote(id, EMAIL, SAID + "Still.");
    hands.note(id, "Ann", "Winterbottom is angry.");
    review.takeOver(id, "Ann");
    hands.handBack(id, "Ann");
    review.takeOver(id, "Ann");
    review.sendBack(id, Seen.of(now(id)), "Ann", "tone", "Winterbottom wants it kinder.");
  }

  /** The agent tries again, reads, and hands nothing in; one of its calls names another ticket. */
  private void isSearchedFor(String id) {
    takes();
    try {
      tickets.record(
          call("draft_response", "{\"ticket_id\":\"no\",\"response_text\":\"Dear Winterbottom\"}"),
          work -> {
            throw new IllegalArgumentException("there is no ticket for Winterbottom");
          });
    } catch (IllegalArgumentException expected) {
      // It is on record.
    }
    tickets.record(
        call("draft_response", "{\"ticket_id\":\"TICKET-1\",\"response_text\":\"Winterbottom\"}"),
        work -> {
          Ticket ticket = work.find(id).orElseThrow();
          work.about(id);
          work.read(ticket, "winterbottom lamp", new Evidence("hum", 1, "Humming", "Unscrew it."));
          work.draft(ticket, "Dear Winterbottom, unscrew it.", null, "clerk");
          work.complete(ticket);
          return true;
        });
  }

  private DeskCall call(String tool, String arguments) {
    calls++;
    return new DeskCall("run-x", "call-" + calls, "key-winterbottom-" + calls, tool, arguments);
  }

  Ticket now(String id) {
    return tickets.ticket(id).orElseThrow();
  }

  /** The files of the desk in which a word stands, in capital or small letters. */
  List<String> filesWith(String word) {
    Path place = Desks.files(tickets).orElse(folder);
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> text(file).contains(word))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    journals.close();
    tickets.close();
  }
}
