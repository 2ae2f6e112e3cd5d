package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that answers another: its ticket, and the thread that the desk replies in. */
class AnsweringMailTest {
  private final MailDesk desk = MailDesk.inMemory();
  private final Postman postman = new Postman(desk);
  private final Taken first = postman.take(MailBuilder.fromAda());

  @AfterEach
  void close() {
    desk.close();
  }

  private MailBuilder answer() {
    return postman.another().with("References", "<ada-1@example.com>");
  }

  @Test
  void belongsToTheTicketOfTheMailItNames() {
    assertThat(first).isEqualTo(new Taken.Opened(1));
    assertThat(postman.take(answer().saying("Still.\n\n> My lamp is dark.\n")))
        .isEqualTo(new Taken.Added(1, 1));
    assertThat(desk.messages(1)).containsExactly("customer ada.holm@example.com: Still.");
    assertThat(
            desk.in(handle ->
                    handle
                        .createQuery("select full_text from mail_taken where message = 1")
                        .mapTo(String.class)
                        .one())
                .toString())
        .isEqualTo("Still.\n\n> My lamp is dark.");
  }

  @Test
  void thatIsNothingButQuotesIsKeptWhole() {
    postman.take(answer().saying("> My lamp is dark.\n"));

    assertThat(desk.messages(1))
        .containsExactly("customer ada.holm@example.com: > My lamp is dark.");
  }

  @ParameterizedTest
  @CsvSource({
    "new, , new",
    "answered, , new",
    "closed, , new",
    "answered, kim, needs_person",
    "closed, kim, needs_person",
    "needs_person, kim, needs_person",
  })
  void opensItsTicketAgainForTheAgentOrItsOwner(String before, String owner, String after) {
    desk.set(desk.ticket(1), before, owner);
    postman.take(answer());

    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.of(after));
    assertThat(desk.ticket(1).care().owner()).isEqualTo(owner);
    assertThat(desk.ticket(1).care().revision()).isEqualTo(2);
  }

  @Test
  void leavesATicketWithTheRunThatHoldsIt() {
    desk.in(handle ->
        handle.execute("update ticket set status = 'in_progress', run = 'run-1' where number = 1"));
    postman.take(answer());

    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.IN_PROGRESS);
    assertThat(desk.ticket(1).care().revision()).isEqualTo(2);
  }

  @Test
  void makesADraftStale() {
    desk.in(handle ->
        handle.execute(
            "update ticket set status = 'completed', run = 'run-1', draft = 'Hello', draft_revision = 1"));
    postman.take(answer());

    assertThat(desk.ticket(1).care().isStale()).isTrue();
    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.COMPLETED);
  }

  @Test
  void ofSomebodyElseIsForAPersonToLookAt() {
    postman.take(answer().with("From", "Eve <eve@example.com>").saying("Send it to me."));

    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEEDS_PERSON);
    assertThat(desk.ticket(1).care().reason())
        .isEqualTo("eve@example.com wrote, who is not the customer of this ticket");
    assertThat(desk.messages(1)).containsExactly("customer eve@example.com: Send it to me.");
  }

  @Test
  void standsInTheThreadThatOurReplyIsSentIn() {
    postman.take(answer());
    long id = desk.put(MailDesk.reply(1, "Please press the button."));

    assertThat(desk.entry(id).thread().inReplyTo()).isEqualTo("<more-1@example.com>");
    assertThat(desk.entry(id).thread().references())
        .containsExactly("<ada-1@example.com>", "<more-1@example.com>");
  }

  @Test
  void toAReplyOfManyNamesTheFirstAndTheLast() {
    for (int i = 0; i < 20; i++) {
      desk.clock.advance(Duration.ofHours(1));
      postman.take(answer());
    }
    long id = desk.put(MailDesk.reply(1, "Hello"));

    assertThat(desk.entry(id).thread().references())
        .hasSize(12)
        .startsWith("<ada-1@example.com>", "<more-10@example.com>")
        .endsWith("<more-20@example.com>");
  }
}
