package dev.recap.web.pages;

import dev.recap.desk.connect.ConnectedDesk;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.OutboxState;
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
            in(OutboxState.UNKNOWN),
            in(OutboxState.FAILED),
            in(OutboxState.WAITING)));
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
    String id = visit.path("id");
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Refusal.notFound("there is no such reply");
    }
    long entry = Long.parseLong(id);
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
