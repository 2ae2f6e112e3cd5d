package dev.recap.web.api;

import dev.recap.desk.ticket.TicketStatus;
import dev.recap.web.Desk;
import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.Method;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;

/** Whether the desk lives, and its figures, for what watches it. */
public final class OperationsApi implements Section {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final ApiDoc HEALTH =
      ApiDoc.reading(
          "Whether the desk can work; status 503 where it cannot",
          ApiDoc.Answer.json(
              "It can",
              Schema.object()
                  .has("status", Schema.text())
                  .has("database", Schema.text())
                  .schema()));
  private static final ApiDoc METRICS =
      ApiDoc.reading(
          "Figures as Prometheus reads them",
          new ApiDoc.Answer(200, TEXT, "The figures", Schema.text()));

  private final Desk desk;
  private final Requests requests;
  private final Instant started;

  public OperationsApi(Desk desk, Requests requests) {
    this.desk = desk;
    this.requests = requests;
    this.started = desk.clock().instant();
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .api(Method.GET, "/health", Access.ANYONE, HEALTH, this::health)
        .api(Method.GET, "/metrics", Access.READER, METRICS, this::metrics);
  }

  private void health(Visit visit) {
    boolean works = databaseWorks();
    Map<String, String> health = new LinkedHashMap<>();
    health.put("status", works ? "ok" : "failing");
    health.put("database", works ? "ok" : "failing");
    visit.json(works ? 200 : 503, health);
  }

  private boolean databaseWorks() {
    try {
      return desk.tickets()
          .besides(handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    } catch (JdbiException | IllegalStateException e) {
      return false;
    }
  }

  private void metrics(Visit visit) {
    var text = new StringBuilder();
    head(text, "recap_requests_total", "counter", "Requests that were answered.");
    requests.each((labels, count) -> line(text, "recap_requests_total", labels, count));
    head(text, "recap_tickets", "gauge", "Tickets by how far they have come.");
    ticketsByStatus()
        .forEach(
            (status, count) -> line(text, "recap_tickets", "status=\"" + status + "\"", count));
    head(text, "recap_uptime_seconds", "gauge", "Since the desk was started.");
    text.append("recap_uptime_seconds ")
        .append(Duration.between(started, desk.clock().instant()).toSeconds())
        .append('\n');
    visit.send(200, TEXT, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Long> ticketsByStatus() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (TicketStatus status : TicketStatus.values()) {
      counts.put(status.label(), 0L);
    }
    desk.tickets()
        .besides(handle ->
            handle
                .createQuery("select status, count(*) as tickets from ticket group by status")
                .map((row, context) -> Map.entry(row.getString("status"), row.getLong("tickets")))
                .list())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
  }

  private static void line(StringBuilder text, String name, String labels, long count) {
    text.append("%s{%s} %d\n".formatted(name, labels, count));
  }
}
