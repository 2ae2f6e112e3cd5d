package dev.recap.desk.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectedDeskTest {
  private final BesideZammad beside = new BesideZammad();
  private final FakeZammad zammad = beside.zammad;
  private final TicketStore store = beside.store;
  private final SettableClock clock = beside.clock;

  @AfterEach
  void close() {
    beside.close();
  }

  @Nested
  class ATicketOfZammads {
    @Test
    void comesInUnderItsNumber() {
      beside.darkLamp();
      ConnectedDesk desk = beside.desk();
      desk.fetch();

      assertThat(desk.status())
          .isEqualTo(new ConnectedDesk.Status(clock.instant(), null, new Fetched(1, 0)));
      Ticket ticket = beside.ticket("22009");
      assertThat(ticket.asked().subject()).isEqualTo("A dark lamp");
      assertThat(ticket.asked().description()).isEqualTo("My lamp is\ndark.");
      assertThat(ticket.asked().externalId()).isEqualTo("22009");
      assertThat(ticket.asked().customer().name()).isEqualTo("Ada Holm");
      assertThat(ticket.asked().customer().email()).isEqualTo("ada.holm@example.com");
      assertThat(ticket.asked().createdAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00.123Z"));
      assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
      assertThat(store.<Boolean>besides(handle -> desk.has(handle, ticket.number()))).isTrue();
      assertThat(zammad.requests.getFirst())
          .isEqualTo(
              "GET /api/v1/tickets/search?query=state.name%3Aopen&page=1&per_page=50"
                  + "&sort_by=updated_at&order_by=desc");
    }

    @Test
    void comesInAlsoWhereTheTicketsThemselvesAreListed() {
      beside.darkLamp();
      zammad.asList = true;
      beside.desk().fetch();

      assertThat(beside.ticket("22009").asked().customer())
          .isEqualTo(new Customer(1, "Ada Holm", "ada.holm@example.com"));
    }

    @Test
    void comesInOnceAndIsNotEvenReadAgainWhileNothingChanges() {
      beside.darkLamp();
      beside.desk().fetch();
      zammad.requests.clear();
      beside.desk().fetch();

      assertThat(store.tickets()).hasSize(1);
      assertThat(zammad.requests).hasSize(1);
    }

    @Test
    void comesInWithAllThatWasSaid() {
      beside.darkLamp();
      zammad.article(9, 20, "Agent", true, "Looks like a fuse.");
      zammad.article(9, 21, "System", false, "Ticket was assigned.");
      zammad.article(9, 22, "Agent", false, "Did you press it?");
      beside.desk().fetch();

      assertThat(beside.messages())
          .containsExactly("note Kim: Looks like a fuse.", "reply Kim: Did you press it?");
      assertThat(beside.ticket("22009").status()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void opensAgainWhenTheCustomerWritesAgain() {
      beside.darkLamp();
      zammad.article(9, 20, "Agent", false, "Did you press it?");
      beside.desk().fetch();
      zammad.ticket(9, "A dark lamp", BesideZammad.TUESDAY);
      zammad.article(
          9, 21, "Customer", false, "Yes.<blockquote type='cite'>Did you press it?</blockquote>");
      ConnectedDesk desk = beside.desk();
      desk.fetch();

      assertThat(desk.status().total()).isEqualTo(new Fetched(0, 1));
      assertThat(beside.messages()).contains("customer Ada Holm <ada.holm@example.com>: Yes.");
      assertThat(beside.ticket("22009").status()).isEqualTo(TicketStatus.NEW);
      assertThat(beside.ticket("22009").care().revision()).isEqualTo(3);
    }

    @Test
    void isTheOneThatCameFromAFileBefore() {
      beside.darkLamp();
      store.add(
          List.of(
              new NewTicket(
                  new Customer(5, null, null),
                  "A dark lamp",
                  "My lamp",
                  BesideZammad.NOON,
                  "22009")));
      beside.desk().fetch();
      zammad.ticket(9, "A dark lamp", BesideZammad.TUESDAY);
      zammad.article(9, 20, "Customer", false, "Hello?");
      beside.desk().fetch();

      assertThat(store.tickets()).hasSize(1);
      assertThat(beside.messages())
          .containsExactly("customer Ada Holm <ada.holm@example.com>: Hello?");
    }

    @Test
    void hasAnotherNameWhereItsNumberIsSomebodyElses() {
      beside.darkLamp();
      store.add(
          List.of(
              new NewTicket(
                  new Customer(5, null, null), "Another", "My bill", BesideZammad.NOON, "22009")));
      beside.desk().fetch();

      assertThat(beside.ticket("zammad 22009").asked().subject()).isEqualTo("A dark lamp");
    }

    @Test
    void isTakenWithAllOrNothing() {
      beside.darkLamp();
      zammad.article(9, 20, "Customer", false, "Hello?");
      Desks.refuse(store, "message", "true");
      ConnectedDesk desk = beside.desk();
      desk.fetch();
      assertThat(store.tickets()).isEmpty();
      assertThat(desk.status().trouble()).contains("killed").doesNotContain("Hello?");

      Desks.takeAgain(store, "message");
      beside.desk().fetch();
      assertThat(beside.messages())
          .containsExactly("customer Ada Holm <ada.holm@example.com>: Hello?");
    }
  }

  @Nested
  class Trouble {
    private String with(String path, int status, String body) {
      beside.darkLamp();
      zammad.says(path, status, body);
      ConnectedDesk desk = beside.desk();
      desk.fetch();
      assertThat(desk.status().at()).isEqualTo(clock.instant());
      return String.valueOf(desk.status().trouble());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "/api/v1/tickets | 403 | {'error':'Not authorized'} | Zammad answered with status 403: Not authorized (/api/v1/tickets/search",
          "/api/v1/tickets | 200 | <html> | Zammad answered with something that is no JSON (/api/v1/tickets/search",
          "/api/v1/tickets | 200 | {} | Zammad answered a search without 'tickets'; a list of their ids was expected",
          "/api/v1/tickets | 200 | {'tickets':[4]} | Zammad lists ticket 4, but assets.Ticket does not have it",
          "/api/v1/tickets | 200 | [{'id':'x'}] | Zammad answered with id 'x', but a number from 1 was expected",
          "/api/v1/tickets | 200 | [{'id':1}] | Zammad answered with number '', but up to 40 characters was expected",
          "/api/v1/tickets | 200 | [{'id':1,'number':'1','created_at':'now'}] | Zammad answered with created_at 'now', but a time",
          "/api/v1/ticket_articles | 200 | {} | Zammad answered a ticket's articles without a list of them",
          "/api/v1/ticket_articles | 200 | [{'id':1,'sender':'Robot'}] | Zammad answered with sender 'Robot', but Customer, Agent or System",
        })
    void isToldWithFieldOrStatus(String path, int status, String body, String trouble) {
      assertThat(with(path, status, body.replace('\'', '"')))
          .startsWith(trouble)
          .doesNotContain(FakeZammad.TOKEN);
      assertThat(store.tickets()).isEmpty();
    }

    @Test
    void withTheTokenIsToldWithoutIt() {
      beside.token = "wrong";
      assertThat(with("/none", 200, ""))
          .startsWith("Zammad answered with status 401: authentication failed")
          .doesNotContain("wrong");
    }

    @Test
    void passesAndThenAllComesIn() {
      with("/api/v1/ticket_articles", 500, "{}");
      beside.desk().fetch();

      assertThat(store.tickets()).hasSize(1);
    }
  }

  @Nested
  class Requests {
    @Test
    void areKeptApart() {
      beside.darkLamp();
      beside.desk(30).fetch();

      assertThat(zammad.requests).hasSize(2);
      assertThat(beside.waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void stopForAsLongAsZammadAsksFor() {
      zammad.canned.set(new FakeZammad.Canned("/api", 429, "{}", Map.of("Retry-After", "300")));
      ConnectedDesk desk = beside.desk();
      desk.fetch();
      desk.fetch();
      assertThat(desk.status().trouble())
          .isEqualTo("Zammad asked us to wait until 2026-11-24T12:05:00Z");
      assertThat(zammad.requests).hasSize(1);

      clock.advance(Duration.ofSeconds(300));
      desk.fetch();
      assertThat(desk.status().trouble()).isNull();
    }
  }
}
