package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.people.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs learn that watch a desk. */
class WatchedDeskTest {
  @TempDir private Path folder;
  private ServedDesk desk;
  private Program writer;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
    writer = Program.of("reviewer", Scope.WRITE, desk);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void anyoneMayAskWhetherItLives() {
    var health = new Program(desk.port(), Map.of()).get("/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.answer().body()).isEqualTo("{\"status\":\"ok\",\"database\":\"ok\"}");
  }

  @Test
  void aDatabaseThatFailsIsSaid() {
    desk.desk().tickets().close();

    var health = new Program(desk.port(), Map.of()).get("/health");

    assertThat(health.status()).isEqualTo(503);
    assertThat(health.json().path("database").asText()).isEqualTo("failing");
  }

  @Test
  void figuresComeAsPrometheusReadsThem() {
    desk.ticket("Anna", "Dark", "Dark.");
    writer.get("/api/tickets/none");
    desk.clock.advance(Duration.ofMinutes(2));

    var metrics = Program.of("reader", Scope.READ, desk).get("/metrics");

    assertThat(metrics.type()).isEqualTo("text/plain");
    assertThat(metrics.answer().body())
        .contains("# TYPE recap_tickets gauge\nrecap_tickets{status=\"new\"} 1\n")
        .contains("recap_tickets{status=\"closed\"} 0\n")
        .contains("recap_requests_total{method=\"GET\",status=\"404\"} 1\n")
        .contains("recap_uptime_seconds 120\n");
    assertThat(new Program(desk.port(), Map.of()).get("/metrics").status()).isEqualTo(401);
  }
}
