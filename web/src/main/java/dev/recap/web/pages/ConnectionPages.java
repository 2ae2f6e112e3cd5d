package dev.recap.web.pages;

import dev.recap.desk.connect.ConnectedDesk;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.OutboxState;
import dev.recap.desk.mail.ParkedMail;
import dev.recap.desk.mail.PostOffice;
import dev.recap.web.Desk;
import dev.recap.web.Outside;
import dev.recap.web.html.Page;
import dev.recap.web.html.Place;
import dev.recap.web.html.Toast;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.util.List;

/** Where tickets come from and where replies go. */
final class ConnectionPages implements Section {
  private static final Page PAGE = new Page("connections", Place.CONNECTIONS, "Connections");
  private static final int SHOWN = 50;

  private final Desk desk;

  ConnectionPages(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .page("/connections", Access.READER, this::show)
        .action("/parked/{id}/release", Access.REVIEWER, this::release)
        .action("/outbox/{id}/sent", Access.REVIEWER, visit -> decide(visit, true))
        .action("/outbox/{id}/again", Access.REVIEWER, visit -> decide(visit, false));
  }

  private Outside outside() {
    return desk.work().outside();
  }

  private void show(Visit visit) {
    visit.show(
        PAGE,
        new ConnectionsView(
            desk.folder().toString(),
            outside().mail().map(PostOffice::status).orElse(null),
            outside().desk().map(ConnectedDesk::status).orElse(null),
            parked(),
            in(OutboxState.UNKNOWN),
            in(OutboxState.FAILED),
            in(OutboxState.WAITING)));
  }

  private List<ParkedMail> parked() {
    return outside()
        .mail()
        .map(office -> desk.tickets().besides(handle -> office.parked().waiting(handle, SHOWN)))
        .orElse(List.of());
  }

  /** Makes a ticket or a message of what was put aside. */
  private void release(Visit visit) {
    PostOffice office =
        outside().mail().orElseThrow(() -> Refusal.notFound("this desk takes no mail"));
    long id = number(visit, "there is no such mail");
    String by = visit.who().name();
    try {
      desk.tickets().besides(handle -> office.parked().release(handle, id, by));
      visit.redirect("/connections", Toast.of("It has come in."));
    } catch (IllegalArgumentException unfit) {
      visit.redirect("/connections", Toast.of(String.valueOf(unfit.getMessage())));
    }
  }

  private static long number(Visit visit, String otherwise) {
    String id = visit.path("id");
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Refusal.notFound(otherwise);
    }
    return Long.parseLong(id);
  }

  private List<OutboxEntry> in(OutboxState state) {
    return outside()
        .outbox()
        .map(outbox -> desk.tickets().besides(handle -> outbox.in(handle, state, SHOWN)))
        .orElse(List.of());
  }

  /** Whether a reply of which nobody knows was sent is for a person to say. */
  private void decide(Visit visit, boolean sent) {
    Outbox outbox =
        outside().outbox().orElseThrow(() -> Refusal.notFound("nothing leaves this desk"));
    long entry = number(visit, "there is no such reply");
    String by = visit.who().name();
    boolean done =
        desk.tickets()
            .besides(handle ->
                sent ? outbox.markSent(handle, entry, by) : outbox.sendAgain(handle, entry, by));
    visit.redirect(
        "/connections",
        Toast.of(done ? "It is on record." : "Somebody else has decided it meanwhile."));
  }
}
