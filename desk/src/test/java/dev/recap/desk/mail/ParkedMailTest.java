package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.mail.MailSettings.Own;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mails are parked, and until when. */
class ParkedMailTest {
  private final MailDesk desk = MailDesk.inMemory();
  private final Postman postman = new Postman(desk);

  @AfterEach
  void close() {
    desk.close();
  }

  private void becauseOf(Taken taken, String reason) {
    assertThat(taken).isEqualTo(new Taken.Parked(reason));
    assertThat(desk.store.tickets()).isEmpty();
    assertThat(desk.parked())
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.reason()).isEqualTo(reason);
          assertThat(parked.text()).isEqualTo("My lamp is dark.");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted, auto-replied (vacation), Auto-Submitted: auto-replied",
    "Auto-Submitted, auto-generated; x=y, Auto-Submitted: auto-generated",
    "Precedence, Bulk, Precedence: bulk",
    "Precedence, list, Precedence: list",
    "Precedence, junk, Precedence: junk",
    "X-Auto-Response-Suppress, All, X-Auto-Response-Suppress",
    "Return-Path, <>, Return-Path: <>",
    "From, Help <HELP@desk.example>, comes from our own address HELP@desk.example",
    "From, help+x1@desk.example, comes from our own address help+x1@desk.example",
    "From, nobody, no address to answer to",
    "Content-Type, multipart/report; report-type=disposition-notification, report: disposition-notification",
  })
  void whatMachinesSend(String header, String value, String reason) {
    becauseOf(postman.take(postman.another().with(header, value)), reason);
  }

  @ParameterizedTest
  @CsvSource({"Auto-Submitted, no", "Precedence, first-class", "Return-Path, <ada@example.com>"})
  void butNotWhatSaysThatSomebodyWroteIt(String header, String value) {
    assertThat(postman.take(postman.another().with(header, value))).isEqualTo(new Taken.Opened(1));
  }

  @Test
  void butNotWhatComesThroughTheDesksOwnList() {
    Own own = new Own(Mailboxes.DESK, null, null, "help.desk.example");
    MailBuilder mail =
        postman.another().with("Precedence", "list").with("List-Id", "Help <help.desk.example>");

    assertThat(postman.take(mail, own)).isEqualTo(new Taken.Opened(1));
    assertThat(
            postman.take(
                postman.another().with("Precedence", "list").with("List-Id", "<x.y>"), own))
        .isEqualTo(new Taken.Parked("Precedence: list"));
  }

  @Test
  void aCopyOfOurOwnReply() {
    long id = desk.due(MailDesk.reply(desk.ticket()));

    assertThat(
            postman.take(postman.another().with("Message-ID", desk.entry(id).thread().messageId())))
        .isEqualTo(new Taken.Parked("a copy of our own reply"));
  }

  @Test
  void whatOneAddressSendsBeyondItsShareOfAnHour() {
    for (int i = 0; i < Postman.MAILS_AN_HOUR; i++) {
      assertThat(postman.take(postman.another())).isInstanceOf(Taken.Opened.class);
    }
    assertThat(postman.take(postman.another()))
        .isEqualTo(new Taken.Parked("more than 3 mails of ada.holm@example.com within an hour"));
    assertThat(postman.take(postman.another().with("From", "bo@example.com")))
        .isInstanceOf(Taken.Opened.class);

    desk.clock.advance(Duration.ofMinutes(61));
    assertThat(postman.take(postman.another())).isInstanceOf(Taken.Opened.class);
  }

  @Test
  void withTheTicketItSpeaksOfWhichStaysAsItIs() {
    postman.take(MailBuilder.fromAda());
    desk.set(desk.ticket(1), "answered", null);
    postman.take(
        postman
            .another()
            .with("In-Reply-To", "<ada-1@example.com>")
            .with("Auto-Submitted", "auto-replied"));

    assertThat(desk.parked())
        .singleElement()
        .satisfies(parked -> assertThat(parked.ticket()).isEqualTo(1));
    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
  }

  @Test
  void untilAPersonMakesATicketOfIt() {
    postman.take(postman.another().with("Precedence", "bulk"));
    ParkedMail parked = desk.parked().getFirst();

    assertThat(desk.release(parked.id(), "kim")).isEqualTo(new Taken.Opened(1));
    assertThat(desk.ticket(1).asked().description()).isEqualTo("My lamp is dark.");
    assertThat(desk.parked()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.release(parked.id(), "lee"))
        .withMessage("parked mail 1 was released by kim already");
    assertThat(
            postman.take(
                postman
                    .another()
                    .with("Message-ID", "<more-1@example.com>")
                    .with("Precedence", "bulk")))
        .isEqualTo(new Taken.Known());
  }

  @Test
  void forGoodWhereThereIsNobodyToAnswerTo() {
    postman.take(postman.another().without("From"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> desk.release(1, "kim"))
        .withMessageContaining("names no address to answer to");
    assertThat(desk.parked()).hasSize(1);
  }
}
