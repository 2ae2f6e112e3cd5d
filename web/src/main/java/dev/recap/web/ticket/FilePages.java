package dev.recap.web.ticket;

import dev.recap.desk.mail.KeptFile;
import dev.recap.desk.ticket.Ticket;
import dev.recap.web.DeskWork;
import dev.recap.web.route.Access;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files that customers sent: to be saved, and never shown by the browser as what they say. */
public final class FilePages implements Section {
  private final DeskWork work;
  private final TicketPages tickets;

  public FilePages(DeskWork work, TicketPages tickets) {
    this.work = work;
    this.tickets = tickets;
  }

  @Override
  public void addTo(Routes routes) {
    routes.page("/tickets/{number}/files/{file}", Access.READER, this::save);
  }

  private void save(Visit visit) {
    Ticket ticket = tickets.ticket(visit);
    KeptFile file =
        work.tickets().besides(handle -> KeptFile.of(handle, ticket.number())).stream()
            .filter(one -> String.valueOf(one.id()).equals(visit.path("file")))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("the ticket has no such file"));
    byte[] content =
        work.tickets()
            .besides(handle -> KeptFile.content(handle, ticket.number(), file.id()))
            .orElseThrow(
                () -> Refusal.notFound("the file was too large to be kept: it is in the mailbox"));
    visit
        .context()
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()));
    visit.send(200, "application/octet-stream", content);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
