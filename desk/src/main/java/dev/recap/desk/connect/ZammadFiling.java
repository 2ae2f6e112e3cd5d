package dev.recap.desk.connect;

import dev.recap.desk.connect.RemoteArticle.Whose;
import dev.recap.desk.connect.RemoteTicket.Person;
import dev.recap.desk.mail.MailAddress;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.OutboxState;
import dev.recap.desk.mail.Said;
import dev.recap.desk.mail.TicketBook;
import dev.recap.desk.mail.Way;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts a ticket of Zammad's, and what is new on it, into the desk, in one transaction. */
final class ZammadFiling {
  static final String DOMAIN = "recap.invalid";

  private final Handle handle;
  private final Links links;
  private final TicketBook tickets;
  private final Outbox outbox;

  ZammadFiling(Handle handle, String system, InstantSource clock) {
    this.handle = handle;
    this.links = new Links(handle, system);
    this.tickets = new TicketBook(clock);
    this.outbox = new Outbox(DOMAIN, clock);
  }

  /**
   * @param articles oldest first
   */
  Fetched file(RemoteTicket ticket, List<RemoteArticle> articles) {
    Optional<Integer> known = links.ticket(ticket);
    if (known.isPresent()) {
      links.keep(ticket, known.get());
      return new Fetched(0, add(known.get(), articles));
    }
    if (articles.isEmpty()) {
      return Fetched.NOTHING;
    }
    Optional<Integer> imported = imported(ticket);
    if (imported.isPresent()) {
      // What stands there was in the file that it came with.
      links.keep(ticket, imported.get());
      articles.forEach(article -> links.keep(article.id(), imported.get()));
      return Fetched.NOTHING;
    }
    RemoteArticle first =
        articles.stream()
            .filter(article -> article.whose() == Whose.CUSTOMER)
            .findFirst()
            .orElse(articles.getFirst());
    int number = open(ticket, first);
    links.keep(ticket, number);
    links.keep(first.id(), number);
    return new Fetched(1, add(number, articles));
  }

  /** The ticket that came from a file of the same desk. */
  private Optional<Integer> imported(RemoteTicket ticket) {
    return handle
        .createQuery(
            """
            select number from ticket
            where external_id = :number and subject = :title
              and number not in (select ticket from connect_ticket)\
            """)
        .bind("number", ticket.number())
        .bind("title", ticket.title())
        .mapTo(Integer.class)
        .findOne();
  }

  private int open(RemoteTicket ticket, RemoteArticle first) {
    Person customer = ticket.customer() == null ? person(first.from()) : ticket.customer();
    String name =
        TicketStore.find(handle, ticket.number()).isPresent()
            ? "zammad " + ticket.number()
            : ticket.number();
    return tickets.open(
        handle,
        new NewTicket(
            tickets.customer(handle, customer.name(), customer.email()),
            ticket.title(),
            first.text(),
            ticket.createdAt(),
            name));
  }

  /** Of a name with its address behind it, or one of the two. */
  private static Person person(String from) {
    int bracket = from.lastIndexOf('<');
    String address = bracket < 0 ? from : from.substring(bracket + 1).replace(">", "");
    @Nullable String email = MailAddress.read(address).orElse(null);
    String name = bracket < 0 ? from : from.substring(0, bracket).replace("\"", "").strip();
    return new Person(name.isEmpty() || name.equals(email) ? null : name, email);
  }

  /** How many were new. */
  private int add(int ticket, List<RemoteArticle> articles) {
    int added = 0;
    for (RemoteArticle article : articles) {
      if (links.keep(article.id(), ticket) && !isOurs(ticket, article)) {
        tickets.hears(
            handle,
            new Said(
                ticket,
                kind(article),
                article.from().isEmpty() ? "Zammad" : article.from(),
                article.ownText(),
                article.createdAt(),
                "%s article %d".formatted(links.system(), article.id())));
        added++;
      }
    }
    return added;
  }

  private static Said.Kind kind(RemoteArticle article) {
    if (article.internal()) {
      return Said.Kind.NOTE;
    }
    return article.whose() == Whose.CUSTOMER ? Said.Kind.CUSTOMER : Said.Kind.REPLY;
  }

  /** A draft of ours that nobody knew had arrived: now it is known. */
  private boolean isOurs(int ticket, RemoteArticle article) {
    if (article.whose() != Whose.AGENT) {
      return false;
    }
    Optional<OutboxEntry> lost =
        outbox.of(handle, ticket).stream()
            .filter(entry -> entry.state() == OutboxState.UNKNOWN)
            .filter(entry -> article.internal() == (entry.mail().way() == Way.NOTE))
            .filter(entry -> same(entry.mail().letter().text(), article.text()))
            .findFirst();
    lost.ifPresent(entry ->
        outbox.markSent(handle, entry.id(), "Zammad, which has it as article " + article.id()));
    return lost.isPresent();
  }

  private static boolean same(String one, String other) {
    return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
  }
}
