package dev.recap.desk.connect;

import dev.recap.desk.mail.Way;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A desk that takes its tickets from a Zammad; waiting only sets its clock on. */
final class BesideZammad implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String MONDAY = "2026-11-23T08:00:00.000Z";
  static final String TUESDAY = "2026-11-24T08:00:00.000Z";

  final SettableClock clock = new SettableClock(NOON);
  final TicketStore store = Desks.empty();
  final FakeZammad zammad;
  final List<Duration> waits = new ArrayList<>();
  String token = FakeZammad.TOKEN;

  BesideZammad() {
    try {
      zammad = new FakeZammad();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConnectedDesk desk() {
    return desk(600);
  }

  ConnectedDesk desk(int requestsAMinute) {
    var settings =
        new ZammadSettings(
            zammad.url(), "ZAMMAD_TOKEN", "state.name:open", Way.NOTE, requestsAMinute);
    return ConnectedDesk.of(
        store,
        settings,
        name -> token,
        new Pace(
            requestsAMinute,
            clock,
            time -> {
              waits.add(time);
              clock.advance(time);
            }));
  }

  Ticket ticket(String name) {
    return store.ticket(name).orElseThrow();
  }

  List<String> messages() {
    return store.besides(handle ->
        handle
            .createQuery("select kind || ' ' || author || ': ' || text from message order by id")
            .mapTo(String.class)
            .list());
  }

  void darkLamp() {
    zammad.ticket(9, "A dark lamp", MONDAY);
    zammad.article(9, 19, "Customer", false, "My <b>lamp</b> is<br>dark.");
  }

  @Override
  public void close() {
    zammad.close();
    store.close();
  }
}
