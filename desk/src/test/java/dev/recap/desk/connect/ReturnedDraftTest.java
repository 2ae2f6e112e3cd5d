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
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a draft for a ticket of the other desk. */
class ReturnedDraftTest {
  private final BesideZammad beside = new BesideZammad();
  private final FakeZammad zammad = beside.zammad;
  private final TicketStore store = beside.store;
  private final SettableClock clock = beside.clock;
  private final ConnectedDesk desk = beside.desk();

  ReturnedDraftTest() {
    beside.darkLamp();
    desk.fetch();
  }

  @AfterEach
  void close() {
    beside.close();
  }

  private long due(Way way) {
    int ticket = beside.ticket("22009").number();
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
    zammad.ticket(9, "A dark lamp", BesideZammad.TUESDAY);
    zammad.article(9, 501, "Agent", true, "Press it.");
    desk.fetch();

    assertThat(beside.messages()).isEmpty();
  }

  @Test
  void ofUnknownOutcomeIsKnownToHaveArrivedOnceItIsReadThere() {
    long id = due(Way.NOTE);
    zammad.says("/api/v1/ticket_articles", 0, "");
    desk.send();
    assertThat(entry(id).state()).isEqualTo(OutboxState.UNKNOWN);

    zammad.ticket(9, "A dark lamp", BesideZammad.TUESDAY);
    zammad.article(9, 600, "Agent", true, "Press &lt;b&gt;it&lt;/b&gt;.");
    desk.fetch();

    assertThat(entry(id).state()).isEqualTo(OutboxState.SENT);
    assertThat(entry(id).progress().said())
        .isEqualTo("marked as sent by Zammad, which has it as article 600");
    assertThat(beside.messages()).isEmpty();
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
    beside.token = " ";
    desk.send();

    assertThat(entry(id).state()).isEqualTo(OutboxState.WAITING);
    assertThat(entry(id).progress().said())
        .isEqualTo("the environment variable ZAMMAD_TOKEN is not set, but is needed to log in");
  }

  @Test
  void ofATicketThatIsNotZammadsFails() {
    store.add(
        List.of(
            new NewTicket(new Customer(5, null, null), "", "My bill", BesideZammad.NOON, null)));
    long id =
        store.besides(handle ->
            desk.outbox()
                .put(handle, new OutgoingMail(2, null, new Letter("", "x", "y"), Way.NOTE, false)));
    clock.advance(Outbox.UNDO.plusSeconds(1));
    desk.send();

    assertThat(entry(id).trouble()).contains("the ticket is none of Zammad's");
  }

  @Test
  void showsAtItsStartWhatALastProcessLeftBehind() {
    ConnectedDesk desk = beside.desk();
    store.add(
        List.of(
            new NewTicket(new Customer(5, null, null), "", "My bill", BesideZammad.NOON, null)));
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
