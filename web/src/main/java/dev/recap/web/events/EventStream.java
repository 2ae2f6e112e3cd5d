package dev.recap.web.events;

import dev.recap.web.route.Access;
import dev.recap.web.route.ApiDoc;
import dev.recap.web.route.Method;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Routes;
import dev.recap.web.route.Schema;
import dev.recap.web.route.Section;
import dev.recap.web.route.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /events?topic=...}: what happens, as it happens. A browser comes back by itself and
 * names the last event that it had; it does so at the latest after a quarter of an hour, and is
 * looked at anew.
 */
public final class EventStream implements Section {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final String COME_BACK = "retry: 2000\n\n";

  private static final ApiDoc DOC =
      ApiDoc.reading(
              "What happens at the desk, as it happens",
              new ApiDoc.Answer(
                  200, "text/event-stream", "Events, named by their topic", Schema.text()))
          .with(
              new ApiDoc.Parameter(
                  "topic",
                  "query",
                  false,
                  "Only of these; may be given more than once",
                  Schema.listOf(Schema.text())))
          .with(
              new ApiDoc.Parameter(
                  "Last-Event-ID",
                  "header",
                  false,
                  "The last event that was had, to be told what came after it",
                  Schema.text()));

  private final Events events;
  private final InstantSource clock;

  public EventStream(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.api(Method.GET, "/events", Access.READER, DOC, this::stream);
  }

  private void stream(Visit visit) throws IOException {
    Set<String> topics = Set.copyOf(visit.query().all("topic"));
    String lastId =
        visit.header("Last-Event-ID").or(() -> visit.query().optional("last")).orElse(null);
    try (Subscription subscription =
        events
            .subscribe(topics, lastId)
            .orElseThrow(() -> Refusal.of(503, "too many pages listen already"))) {
      send(subscription, visit.context().res());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Subscription subscription, HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("text/event-stream; charset=utf-8");
    // A proxy that collects answers would keep it for itself.
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    write(out, COME_BACK);
    Instant end = clock.instant().plus(LONGEST);
    while (!subscription.isClosed() && clock.instant().isBefore(end)) {
      Optional<Event> event = subscription.next(HEARTBEAT);
      if (!subscription.isClosed()) {
        write(out, event.map(Event::wire).orElse(": still here\n\n"));
      }
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
