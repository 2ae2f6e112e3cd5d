package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.exemption.Exempting;
import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.exemption.ExemptionBook;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.Way;
import dev.recap.desk.review.Review;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.DeskCall;
import dev.recap.desk.ticket.Evidence;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts that go out by an exemption, where replies are mailed. */
class ExemptMailTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T08:00:00Z"));
  private final TicketStore tickets = TicketStore.inMemory(clock);
  private final OutboxRelease release =
      new OutboxRelease(
          List.of(OutboxRelease.Road.byMail(new Outbox("desk.example", clock), Way.MAIL)),
          "simulated"::equals);

  @BeforeEach
  void exempt() {
    new ExemptionBook(tickets, clock)
        .add(new Terms("billing", "low", 9, 0), "Lea", Guidance.STANDARD.rules());
  }

  @AfterEach
  void close() {
    tickets.close();
  }

  private Ticket exempted(String model) {
    var ada = new Customer(1, "Ada", "ada@example.com");
    tickets.add(List.of(new NewTicket(ada, "Hum", "It hums.", clock.instant(), null)));
    Ticket ticket =
        tickets.record(
            new DeskCall("run-1", "call-1", "key-1", "mark_complete", "{}"),
            work -> {
              Ticket mine = work.claimNext().orElseThrow();
              work.shown(mine);
              work.set(mine, Step.CATEGORY, "billing");
              work.set(mine, Step.PRIORITY, "low");
              work.read(mine, "hum", new Evidence("hum", 1, "Humming", "Unscrew the lamp."));
              work.draft(mine, "Please unscrew the lamp.", null, model);
              work.complete(mine);
              return mine;
            });
    new Exempting(tickets, new GuidanceRecord(tickets, clock), release, clock).pass();
    return ticket;
  }

  private List<String> outbox() {
    return tickets.besides(handle ->
        handle
            .createQuery("select recipient || ' ' || state || ' ' || not_before from outbox")
            .mapTo(String.class)
            .list());
  }

  @Test
  void waitInTheOutboxUntilTheyCannotBeUndoneAndAreWithdrawnByUndoing() {
    Ticket ticket = exempted("model-1");
    assertThat(outbox()).containsExactly("ada@example.com waiting 2026-11-30T08:00:30Z");

    var review = new Review(tickets, release, clock);
    review.undo(review.decisions(ticket).getFirst().id(), "Ann");
    assertThat(outbox()).containsExactly("ada@example.com withdrawn 2026-11-30T08:00:30Z");
  }

  @Test
  void ofASimulatedModelStayAtTheDesk() {
    Ticket ticket = exempted("simulated");

    assertThat(new Review(tickets, release, clock).decisions(ticket)).hasSize(1);
    assertThat(outbox()).isEmpty();
  }
}
