package dev.recap.desk.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.mail.Letter;
import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.OutboxEntry;
import dev.recap.desk.mail.OutboxState;
import dev.recap.desk.mail.OutgoingMail;
import dev.recap.desk.mail.Way;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectedDeskTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String MONDAY = "2026-11-23T08:00:00.000Z";
  private static final String TUESDAY = "2026-11-24T08:00:00.000Z";

  private final SettableClock clock = new SettableClock(NOON);
  private final TicketStore store = TicketStore.inMemory();
  private final FakeZammad zammad;
  private final List<Duration> waits = new ArrayList<>();
  private String token = FakeZammad.TOKEN;

  ConnectedDeskTest() throws IOException {
    zammad = new FakeZammad();
  }

  @AfterEach
  void close() {
    zammad.close();
    store.close();
  }

  private ConnectedDesk desk() {
    return desk(600);
  }

  private ConnectedDesk desk(int requestsAMinute) {
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

  private Ticket ticket(String name) {
    return store.ticket(name).orElseThrow();
  }

  private List<String> messages() {
    return store.besides(handle ->
        handle
            .createQuery("select kind || ' ' || author || ': ' || text from message order by id")
            .mapTo(String.class)
            .list());
  }

  private void darkLamp() {
    zammad.ticket(9, "A dark lamp", MONDAY);
    zammad.article(9, 19, "Customer", false, "My <b>lamp</b> is<br>dark.");
  }

  @Nested
  class ATicketOfZammads {
    @Test
    void comesInUnderItsNumber() {
      darkLamp();
      ConnectedDesk desk = desk();
      desk.fetch();

      assertThat(desk.status())
          .isEqualTo(new ConnectedDesk.Status(clock.instant(), null, new Fetched(1, 0)));
      Ticket ticket = ticket("22009");
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
      darkLamp();
      zammad.asList = true;
      desk().fetch();

      assertThat(ticket("22009").asked().customer())
          .isEqualTo(new Customer(1, "Ada Holm", "ada.holm@example.com"));
    }

    @Test
    void comesInOnceAndIsNotEvenReadAgainWhileNothingChanges() {
      darkLamp();
      desk().fetch();
      zammad.requests.clear();
      desk().fetch();

      assertThat(store.tickets()).hasSize(1);
      assertThat(zammad.requests).hasSize(1);
    }

    @Test
    void comesInWithAllThatWasSaid() {
      darkLamp();
      zammad.article(9, 20, "Agent", true, "Looks like a fuse.");
      zammad.article(9, 21, "System", false, "Ticket was assigned.");
      zammad.article(9, 22, "Agent", false, "Did you press it?");
      desk().fetch();

      assertThat(messages())
          .containsExactly("note Kim: Looks like a fuse.", "reply Kim: Did you press it?");
      assertThat(ticket("22009").status()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void opensAgainWhenTheCustomerWritesAgain() {
      darkLamp();
      zammad.article(9, 20, "Agent", false, "Did you press it?");
      desk().fetch();
      zammad.ticket(9, "A dark lamp", TUESDAY);
      zammad.article(
          9, 21, "Customer", false, "Yes.<blockquote type='cite'>Did you press it?</blockquote>");
      ConnectedDesk desk = desk();
      desk.fetch();

      assertThat(desk.status().total()).isEqualTo(new Fetched(0, 1));
      assertThat(messages()).contains("customer Ada Holm <ada.holm@example.com>: Yes.");
      assertThat(ticket("22009").status()).isEqualTo(TicketStatus.NEW);
      assertThat(ticket("22009").care().revision()).isEqualTo(3);
    }

    @Test
    void isTheOneThatCameFromAFileBefore() {
      darkLamp();
      store.add(
          List.of(
              new NewTicket(new Customer(5, null, null), "A dark lamp", "My lamp", NOON, "22009")));
      desk().fetch();
      zammad.ticket(9, "A dark lamp", TUESDAY);
      zammad.article(9, 20, "Customer", false, "Hello?");
      desk().fetch();

      assertThat(store.tickets()).hasSize(1);
      assertThat(messages()).containsExactly("customer Ada Holm <ada.holm@example.com>: Hello?");
    }

    @Test
    void hasAnotherNameWhereItsNumberIsSomebodyElses() {
      darkLamp();
      store.add(
          List.of(new NewTicket(new Customer(5, null, null), "Another", "My bill", NOON, "22009")));
      desk().fetch();

      assertThat(ticket("zammad 22009").asked().subject()).isEqualTo("A dark lamp");
    }

    @Test
    void isTakenWithAllOrNothing() {
      darkLamp();
      zammad.article(9, 20, "Customer", false, "Hello?");
      store.besides(handle ->
          handle.execute(
              "create trigger dies before insert on message begin select raise(abort, 'killed'); end"));
      ConnectedDesk desk = desk();
      desk.fetch();
      assertThat(store.tickets()).isEmpty();
      assertThat(desk.status().trouble()).contains("killed").doesNotContain("Hello?");

      store.besides(handle -> handle.execute("drop trigger dies"));
      desk().fetch();
      assertThat(messages()).containsExactly("customer Ada Holm <ada.holm@example.com>: Hello?");
    }
  }

  @Nested
  class ADraft {
    private ConnectedDesk desk = desk();

    ADraft() {
      darkLamp();
      desk.fetch();
    }

    private long due(Way way) {
      int ticket = ticket("22009").number();
      long id =
          store.besides(handle ->
              desk.outbox()
                  .put(
                      handle,
                      new OutgoingMail(
                          ticket,
                          null,
                          new Letter("ada.holm@example.com", "Re: lamp", "Press <b>it</b>."),
                          way,
                          false)));
      clock.advance(Outbox.UNDO.plusSeconds(1));
      return id;
    }

    private OutboxEntry entry(long id) {
      return store.besides(handle -> desk.outbox().find(handle, id).orElseThrow());
    }

    @Test
    void goesBackAsAnInternalNote() {
      long id = due(Way.NOTE);
      desk.send();

      JsonNode note = zammad.posted.getFirst();
      assertThat(note.toString())
          .isEqualTo(
              "{\"ticket_id\":9,\"subject\":\"Re: lamp\",\"body\":\"Press <b>it</b>.\","
                  + "\"content_type\":\"text/plain\",\"type\":\"note\",\"internal\":true,"
                  + "\"sender\":\"Agent\"}");
      assertThat(entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(entry(id).progress().said()).isEqualTo("article 501");
    }

    @Test
    void goesBackAsAReplyToTheCustomer() {
      due(Way.REPLY);
      desk.send();

      JsonNode reply = zammad.posted.getFirst();
      assertThat(reply.path("type").asText()).isEqualTo("email");
      assertThat(reply.path("internal").asBoolean(true)).isFalse();
      assertThat(reply.path("to").asText()).isEqualTo("ada.holm@example.com");
    }

    @Test
    void isNotTakenForAColleaguesWhenItIsReadAgain() {
      due(Way.NOTE);
      desk.send();
      zammad.ticket(9, "A dark lamp", TUESDAY);
      zammad.article(9, 501, "Agent", true, "Press it.");
      desk.fetch();

      assertThat(messages()).isEmpty();
    }

    @Test
    void ofUnknownOutcomeIsKnownToHaveArrivedOnceItIsReadThere() {
      long id = due(Way.NOTE);
      zammad.says("/api/v1/ticket_articles", 0, "");
      desk.send();
      assertThat(entry(id).state()).isEqualTo(OutboxState.UNKNOWN);

      zammad.ticket(9, "A dark lamp", TUESDAY);
      zammad.article(9, 600, "Agent", true, "Press &lt;b&gt;it&lt;/b&gt;.");
      desk.fetch();

      assertThat(entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(entry(id).progress().said())
          .isEqualTo("marked as sent by Zammad, which has it as article 600");
      assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "422, failed, 'Zammad answered with status 422: Group is gone'",
      "404, failed, 'Zammad answered with status 404: Group is gone'",
      "302, failed, 'Zammad answered with status 302: Group is gone'",
      "401, waiting, 'Zammad answered with status 401: Group is gone'",
      "429, waiting, 'Zammad answered with status 429: Group is gone'",
      "500, unknown, 'Zammad answered with status 500: Group is gone'",
      "200, unknown, 'Zammad answered with status 200: Group is gone'",
    })
    void meetsWhatZammadSays(int status, String state, String said) {
      long id = due(Way.NOTE);
      zammad.says(
          "/api/v1/ticket_articles",
          status,
          "{\"error\":\"no\",\"error_human\":\"Group is\\ngone\"}");
      desk.send();

      assertThat(entry(id).state().label()).isEqualTo(state);
      assertThat(entry(id).progress().said()).isEqualTo(said);
    }

    @Test
    void waitsWhileNobodyListens() {
      long id = due(Way.NOTE);
      zammad.close();
      desk.send();

      assertThat(entry(id).state()).isEqualTo(OutboxState.WAITING);
    }

    @Test
    void waitsWhileThereIsNoToken() {
      long id = due(Way.NOTE);
      token = " ";
      desk.send();

      assertThat(entry(id).state()).isEqualTo(OutboxState.WAITING);
      assertThat(entry(id).progress().said())
          .isEqualTo("the environment variable ZAMMAD_TOKEN is not set, but is needed to log in");
    }

    @Test
    void ofATicketThatIsNotZammadsFails() {
      store.add(List.of(new NewTicket(new Customer(5, null, null), "", "My bill", NOON, null)));
      long id =
          store.besides(handle ->
              desk.outbox()
                  .put(
                      handle,
                      new OutgoingMail(2, null, new Letter("", "x", "y"), Way.NOTE, false)));
      clock.advance(Outbox.UNDO.plusSeconds(1));
      desk.send();

      assertThat(entry(id).trouble()).contains("the ticket is none of Zammad's");
    }
  }

  @Nested
  class Trouble {
    private String with(String path, int status, String body) {
      darkLamp();
      zammad.says(path, status, body);
      ConnectedDesk desk = desk();
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
      token = "wrong";
      assertThat(with("/none", 200, ""))
          .startsWith("Zammad answered with status 401: authentication failed")
          .doesNotContain("wrong");
    }

    @Test
    void passesAndThenAllComesIn() {
      with("/api/v1/ticket_articles", 500, "{}");
      desk().fetch();

      assertThat(store.tickets()).hasSize(1);
    }
  }

  @Nested
  class Requests {
    @Test
    void areKeptApart() {
      darkLamp();
      desk(30).fetch();

      assertThat(zammad.requests).hasSize(2);
      assertThat(waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void stopForAsLongAsZammadAsksFor() {
      zammad.canned.set(new FakeZammad.Canned("/api", 429, "{}", Map.of("Retry-After", "300")));
      ConnectedDesk desk = desk();
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

  @Test
  void showsAtItsStartWhatALastProcessLeftBehind() {
    ConnectedDesk desk = desk();
    store.add(List.of(new NewTicket(new Customer(5, null, null), "", "My bill", NOON, null)));
    long id =
        store.besides(handle ->
            desk.outbox()
                .put(handle, new OutgoingMail(1, null, new Letter("", "x", "y"), Way.NOTE, false)));
    store.besides(handle -> handle.execute("update outbox set state = 'sending', attempts = 1"));
    desk.start();
    desk.close();

    assertThat(
            store.<OutboxState>besides(
                handle -> desk.outbox().find(handle, id).orElseThrow().state()))
        .isEqualTo(OutboxState.UNKNOWN);
  }
}
