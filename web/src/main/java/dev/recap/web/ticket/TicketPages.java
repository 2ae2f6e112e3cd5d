package dev.recap.web.ticket;

import dev.recap.desk.mail.KeptFile;
import dev.recap.desk.review.Happening;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.web.DeskWork;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of a ticket, and the deeds that are no decision about its draft. */
public final class TicketPages implements Section {
  private static final Page PAGE = new Page("ticket", Place.QUEUE, "Ticket");
  private static final int MOST_OF_CUSTOMER = 20;

  private final DeskWork work;
  private final Drafts drafts;
  private final Viewers viewers;

  public TicketPages(DeskWork work, Drafts drafts, Viewers viewers) {
    this.work = work;
    this.drafts = drafts;
    this.viewers = viewers;
  }

  /** A deed that may be refused. */
  @FunctionalInterface
  interface Deed {
    /** Does it, and says what was done. */
    Toast on(Ticket ticket, Visit visit);
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/tickets/{number}", Access.READER, visit -> show(200, visit, null))
        .action("/tickets/{number}/set", Access.REVIEWER, visit -> act(visit, this::set))
        .action("/tickets/{number}/note", Access.REVIEWER, visit -> act(visit, this::note))
        .action("/tickets/{number}/hand-back", Access.REVIEWER, visit -> act(visit, this::handBack))
        .action("/tickets/{number}/close", Access.REVIEWER, visit -> act(visit, this::close));
  }

  private Toast set(Ticket ticket, Visit visit) {
    String field = visit.form().text("field");
    Step step =
        switch (field) {
          case "category" -> Step.CATEGORY;
          case "priority" -> Step.PRIORITY;
          case "team" -> Step.TEAM;
          default ->
              throw Refusal.ofField(
                  "field",
                  "field is '%s', but category, priority or team was expected".formatted(field));
        };
    String value = visit.form().text("value");
    String before = visit.form().optional("before").orElse(null);
    String by = visit.who().name();
    work.hands().set(ticket.id(), step, before, value, by, work.guidance().now().rules());
    return Toast.of("%s of %s is %s".formatted(field, ticket.id(), value));
  }

  private Toast note(Ticket ticket, Visit visit) {
    work.hands().note(ticket.id(), visit.who().name(), visit.form().text("text"));
    return Toast.of("Noted on " + ticket.id());
  }

  private Toast handBack(Ticket ticket, Visit visit) {
    work.hands().handBack(ticket.id(), visit.who().name());
    return Toast.of("The agent works %s again".formatted(ticket.id()));
  }

  private Toast close(Ticket ticket, Visit visit) {
    work.hands().close(ticket.id(), visit.who().name());
    return Toast.of(ticket.id() + " is closed");
  }

  private void act(Visit visit, Deed deed) {
    Ticket ticket = ticket(visit);
    try {
      visit.redirect("/tickets/" + ticket.number(), deed.on(ticket, visit));
    } catch (RefusedException refused) {
      show(409, visit, refused.getMessage());
    }
  }

  /** The ticket of an address. */
  public Ticket ticket(Visit visit) {
    String number = visit.path("number");
    if (!number.matches("[1-9][0-9]{0,8}")) {
      throw Refusal.notFound("there is no ticket '%s'".formatted(number));
    }
    return work.tickets()
        .besides(handle -> TicketLists.numbered(handle, Integer.parseInt(number)))
        .orElseThrow(() -> Refusal.notFound("there is no ticket number %s".formatted(number)));
  }

  private List<Ticket> ofCustomer(Ticket ticket) {
    int customer = ticket.asked().customer().number();
    return work
        .tickets()
        .besides(handle -> TicketLists.ofCustomer(handle, customer, MOST_OF_CUSTOMER))
        .stream()
        .filter(other -> other.number() != ticket.number())
        .toList();
  }

  private void show(int status, Visit visit, @Nullable String problem) {
    Ticket ticket = ticket(visit);
    var tab = TicketView.Tab.of(visit.query().optional("tab").orElse("").toLowerCase(Locale.ROOT));
    List<String> others = viewers.look(ticket.number(), visit.who().name());
    visit.show(
        status,
        PAGE.titled(ticket.id() + " " + ticket.asked().subject()),
        new TicketView(
            ticket,
            tab,
            work.tickets().messages(ticket),
            work.tickets().besides(handle -> KeptFile.of(handle, ticket.number())),
            work.tickets().evidence(ticket),
            Happening.to(ticket, work.tickets()),
            tab == TicketView.Tab.HOOD ? work.tickets().callsAbout(ticket.id()) : List.of(),
            ofCustomer(ticket),
            others,
            work.guidance().now().rules(),
            drafts.of(ticket),
            visit.form().optional("text").orElse(null),
            problem));
  }
}
