package dev.recap.web.ticket;

import dev.recap.desk.erasure.Erasure;
import dev.recap.desk.erasure.Erasures;
import dev.recap.desk.erasure.Whose;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.ticket.Ticket;
import dev.recap.web.Desk;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Erases a ticket's customer, after a page that says what goes and what stays. */
public final class ErasePages implements Section {
  private static final Page PAGE = new Page("erase", Place.QUEUE, "Erase a customer");

  private final Desk desk;
  private final TicketPages tickets;

  public ErasePages(Desk desk, TicketPages tickets) {
    this.desk = desk;
    this.tickets = tickets;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/tickets/{number}/erase", Access.LEAD, visit -> show(200, visit, null))
        .action("/tickets/{number}/erase", Access.LEAD, this::erase);
  }

  private Erasures erasures() {
    return desk.work().erasures();
  }

  private void erase(Visit visit) {
    Ticket ticket = tickets.ticket(visit);
    if (visit.form().optional("sure").isEmpty()) {
      show(400, visit, "Tick the box first: it cannot be undone.");
      return;
    }
    try {
      Erasure done = erased(ticket, visit.who().name());
      desk.events().publish("queue", "{}");
      visit.redirect(
          "/tickets/%d/erase".formatted(ticket.number()),
          Toast.of(
              "The customer is erased, with the text of %d tickets.".formatted(done.tickets())));
    } catch (RefusedException refused) {
      show(409, visit, refused.getMessage());
    } catch (IllegalStateException unfinished) {
      show(503, visit, unfinished.getMessage());
    }
  }

  private Erasure erased(Ticket ticket, String by) {
    Optional<Erasure> before = erasures().about(ticket.number());
    if (before.isEmpty()) {
      return erasures().erase(Whose.of(ticket.asked().customer()), by);
    }
    if (!before.get().isUnfinished()) {
      throw Refusal.conflict("%s has erased it already".formatted(before.get().by()));
    }
    return erasures().goOn(before.get().id());
  }

  private void show(int status, Visit visit, @Nullable String problem) {
    Ticket ticket = tickets.ticket(visit);
    visit.show(
        status,
        PAGE,
        new EraseView(
            ticket,
            erasures().tickets(Whose.of(ticket.asked().customer())),
            erasures().guidanceThatNames(ticket),
            erasures().about(ticket.number()).orElse(null),
            problem));
  }
}
