package dev.recap.desk.connect;

import dev.recap.desk.connect.RemoteArticle.Whose;
import dev.recap.desk.ticket.TicketStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes tickets out of Zammad, and what was said on them since. Zammad itself is only read.
 *
 * <p>A ticket and all that is new on it are one transaction; what was taken is known by Zammad's
 * own ids and never taken again.
 */
final class ZammadTickets {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 40;

  private final TicketStore store;
  private final ZammadHttp http;
  private final ZammadSettings settings;
  private final InstantSource clock;

  ZammadTickets(TicketStore store, ZammadHttp http, ZammadSettings settings, InstantSource clock) {
    this.store = store;
    this.http = http;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes all that is new, the tickets that changed last first, at most 2,000.
   *
   * @throws ZammadException when Zammad cannot be asked; what was taken before stays taken
   */
  Fetched fetch() throws InterruptedException {
    Fetched fetched = Fetched.NOTHING;
    Set<Long> seen = new HashSet<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      List<RemoteTicket> tickets = search(page);
      boolean anyNew = false;
      for (RemoteTicket ticket : tickets) {
        if (seen.add(ticket.id())) {
          anyNew = true;
          fetched = fetched.plus(take(ticket));
        }
      }
      if (!anyNew || tickets.size() < PAGE) {
        break;
      }
    }
    return fetched;
  }

  private List<RemoteTicket> search(int page) throws InterruptedException {
    return RemoteTicket.found(
        http.get(
            "/api/v1/tickets/search?query=%s&page=%d&per_page=%d&sort_by=updated_at&order_by=desc"
                .formatted(
                    URLEncoder.encode(settings.query(), StandardCharsets.UTF_8), page, PAGE)));
  }

  private Fetched take(RemoteTicket ticket) throws InterruptedException {
    String system = settings.system();
    boolean unchanged = store.besides(handle -> new Links(handle, system).isUpToDate(ticket));
    if (unchanged) {
      return Fetched.NOTHING;
    }
    List<RemoteArticle> articles =
        RemoteArticle.all(http.get("/api/v1/ticket_articles/by_ticket/" + ticket.id())).stream()
            .filter(article -> article.whose() != Whose.SYSTEM && !article.text().isEmpty())
            .toList();
    return store.besides(handle -> new ZammadFiling(handle, system, clock).file(ticket, articles));
  }
}
