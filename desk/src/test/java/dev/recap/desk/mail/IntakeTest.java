package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.mail.MailSettings.Own;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
  private static final int AN_HOUR = 3;

  private final MailDesk desk = MailDesk.inMemory();
  private int mails;

  @AfterEach
  void close() {
    desk.close();
  }

  private Taken take(MailBuilder mail) {
    return take(mail, Mailboxes.OWN);
  }

  private Taken take(MailBuilder mail, Own own) {
    IncomingMail read =
        new MailReader(own, Limits.STANDARD).read(mail.bytes(), desk.clock.instant());
    return desk.in(handle -> new Intake(AN_HOUR, desk.clock).take(handle, read));
  }

  /** Another mail of Ada's. */
  private MailBuilder another() {
    return MailBuilder.fromAda().with("Message-ID", "<more-%d@example.com>".formatted(++mails));
  }

  @Nested
  class AMail {
    @Test
    void ofSomebodyKnownIsTheSameCustomers() {
      Ticket before = desk.ticket();
      take(another().with("From", "ADA.Holm@Example.com"));

      assertThat(desk.ticket(2).asked().customer().number())
          .isEqualTo(before.asked().customer().number());
    }

    @Test
    void ofSomebodyNewIsANewCustomers() {
      Ticket before = desk.ticket();
      take(another().with("From", "bo@example.com"));

      assertThat(desk.ticket(2).asked().customer().number())
          .isNotEqualTo(before.asked().customer().number());
    }

    @Test
    void keepsWhatItQuotesWhereTheDeskDoesNotKnowIt() {
      take(
          another()
              .with("In-Reply-To", "<order@shop.example>")
              .saying("Where is it?\n\n> Order 12\n"));

      assertThat(desk.ticket(1).asked().description()).isEqualTo("Where is it?\n\n> Order 12");
    }

    @Test
    void withoutTextIsATicketByItsSubject() {
      take(another().saying("\n"));
      take(another().saying("\n").without("Subject"));

      assertThat(desk.ticket(1).asked().description()).isEqualTo("A dark lamp");
      assertThat(desk.ticket(2).asked().description()).isEqualTo("(no text)");
    }

    @Test
    void thatIsVeryLongIsCutAndKeptInFull() {
      take(another().saying("x".repeat(30_000)));

      assertThat(desk.ticket(1).asked().description())
          .hasSizeLessThan(20_100)
          .endsWith("x\n[10,000 more characters]");
      assertThat(fullTexts()).containsExactly("x".repeat(30_000));
    }

    @Test
    void isKnownByItsMessageId() {
      take(MailBuilder.fromAda());

      assertThat(take(MailBuilder.fromAda().with("Received", "by another way")))
          .isEqualTo(new Taken.Known());
      assertThat(desk.store.tickets()).hasSize(1);
    }

    @Test
    void isAnotherUnderTheSameMessageIdWhereItSaysSomethingElse() {
      take(MailBuilder.fromAda());

      assertThat(take(MailBuilder.fromAda().saying("Now it burns.")))
          .isEqualTo(new Taken.Opened(2));
      assertThat(take(MailBuilder.fromAda().saying("Now it burns."))).isEqualTo(new Taken.Known());
    }

    @Test
    void isKnownByWhatItSaysWhereItHasNoMessageId() {
      take(MailBuilder.fromAda().without("Message-ID"));

      assertThat(take(MailBuilder.fromAda().without("Message-ID"))).isEqualTo(new Taken.Known());
      assertThat(take(MailBuilder.fromAda().without("Message-ID").saying("Hello?")))
          .isEqualTo(new Taken.Opened(2));
    }

    private List<String> fullTexts() {
      return desk.in(handle ->
          handle.createQuery("select full_text from mail_taken").mapTo(String.class).list());
    }
  }

  @Nested
  class AnAnswer {
    private final Taken first = take(MailBuilder.fromAda());

    private MailBuilder answer() {
      return another().with("References", "<ada-1@example.com>");
    }

    @Test
    void belongsToTheTicketOfTheMailItNames() {
      assertThat(first).isEqualTo(new Taken.Opened(1));
      assertThat(take(answer().saying("Still.\n\n> My lamp is dark.\n")))
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
      take(answer().saying("> My lamp is dark.\n"));

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
      take(answer());

      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.of(after));
      assertThat(desk.ticket(1).care().owner()).isEqualTo(owner);
      assertThat(desk.ticket(1).care().revision()).isEqualTo(2);
    }

    @Test
    void leavesATicketWithTheRunThatHoldsIt() {
      desk.in(handle ->
          handle.execute(
              "update ticket set status = 'in_progress', run = 'run-1' where number = 1"));
      take(answer());

      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.IN_PROGRESS);
      assertThat(desk.ticket(1).care().revision()).isEqualTo(2);
    }

    @Test
    void makesADraftStale() {
      desk.in(handle ->
          handle.execute(
              "update ticket set status = 'completed', run = 'run-1', draft = 'Hello', draft_revision = 1"));
      take(answer());

      assertThat(desk.ticket(1).care().isStale()).isTrue();
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void ofSomebodyElseIsForAPersonToLookAt() {
      take(answer().with("From", "Eve <eve@example.com>").saying("Send it to me."));

      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEEDS_PERSON);
      assertThat(desk.ticket(1).care().reason())
          .isEqualTo("eve@example.com wrote, who is not the customer of this ticket");
      assertThat(desk.messages(1)).containsExactly("customer eve@example.com: Send it to me.");
    }

    @Test
    void standsInTheThreadThatOurReplyIsSentIn() {
      take(answer());
      long id = desk.put(MailDesk.reply(1, "Please press the button."));

      assertThat(desk.entry(id).thread().inReplyTo()).isEqualTo("<more-1@example.com>");
      assertThat(desk.entry(id).thread().references())
          .containsExactly("<ada-1@example.com>", "<more-1@example.com>");
    }

    @Test
    void toAReplyOfManyNamesTheFirstAndTheLast() {
      for (int i = 0; i < 20; i++) {
        desk.clock.advance(Duration.ofHours(1));
        take(answer());
      }
      long id = desk.put(MailDesk.reply(1, "Hello"));

      assertThat(desk.entry(id).thread().references())
          .hasSize(12)
          .startsWith("<ada-1@example.com>", "<more-10@example.com>")
          .endsWith("<more-20@example.com>");
    }
  }

  @Nested
  class IsParked {
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
      becauseOf(take(another().with(header, value)), reason);
    }

    @ParameterizedTest
    @CsvSource({"Auto-Submitted, no", "Precedence, first-class", "Return-Path, <ada@example.com>"})
    void butNotWhatSaysThatSomebodyWroteIt(String header, String value) {
      assertThat(take(another().with(header, value))).isEqualTo(new Taken.Opened(1));
    }

    @Test
    void butNotWhatComesThroughTheDesksOwnList() {
      Own own = new Own(Mailboxes.DESK, null, null, "help.desk.example");
      MailBuilder mail =
          another().with("Precedence", "list").with("List-Id", "Help <help.desk.example>");

      assertThat(take(mail, own)).isEqualTo(new Taken.Opened(1));
      assertThat(take(another().with("Precedence", "list").with("List-Id", "<x.y>"), own))
          .isEqualTo(new Taken.Parked("Precedence: list"));
    }

    @Test
    void aCopyOfOurOwnReply() {
      long id = desk.due(MailDesk.reply(desk.ticket()));

      assertThat(take(another().with("Message-ID", desk.entry(id).thread().messageId())))
          .isEqualTo(new Taken.Parked("a copy of our own reply"));
    }

    @Test
    void whatOneAddressSendsBeyondItsShareOfAnHour() {
      for (int i = 0; i < AN_HOUR; i++) {
        assertThat(take(another())).isInstanceOf(Taken.Opened.class);
      }
      assertThat(take(another()))
          .isEqualTo(new Taken.Parked("more than 3 mails of ada.holm@example.com within an hour"));
      assertThat(take(another().with("From", "bo@example.com"))).isInstanceOf(Taken.Opened.class);

      desk.clock.advance(Duration.ofMinutes(61));
      assertThat(take(another())).isInstanceOf(Taken.Opened.class);
    }

    @Test
    void withTheTicketItSpeaksOfWhichStaysAsItIs() {
      take(MailBuilder.fromAda());
      desk.set(desk.ticket(1), "answered", null);
      take(
          another()
              .with("In-Reply-To", "<ada-1@example.com>")
              .with("Auto-Submitted", "auto-replied"));

      assertThat(desk.parked())
          .singleElement()
          .satisfies(parked -> assertThat(parked.ticket()).isEqualTo(1));
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void untilAPersonMakesATicketOfIt() {
      take(another().with("Precedence", "bulk"));
      ParkedMail parked = desk.parked().getFirst();

      assertThat(desk.release(parked.id(), "kim")).isEqualTo(new Taken.Opened(1));
      assertThat(desk.ticket(1).asked().description()).isEqualTo("My lamp is dark.");
      assertThat(desk.parked()).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.release(parked.id(), "lee"))
          .withMessage("parked mail 1 was released by kim already");
      assertThat(
              take(another().with("Message-ID", "<more-1@example.com>").with("Precedence", "bulk")))
          .isEqualTo(new Taken.Known());
    }

    @Test
    void forGoodWhereThereIsNobodyToAnswerTo() {
      take(another().without("From"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.release(1, "kim"))
          .withMessageContaining("names no address to answer to");
      assertThat(desk.parked()).hasSize(1);
    }
  }

  @Nested
  class ABounce {
    private final Ticket ticket = desk.ticket();
    private final long id = desk.due(MailDesk.reply(ticket));

    private MailBuilder bounce(String action, String messageId) {
      desk.set(ticket, "answered", null);
      return new MailBuilder()
          .with("From", "MAILER-DAEMON@example.com")
          .with("Return-Path", "<>")
          .with("Subject", "Undelivered")
          .with("Message-ID", "<bounce@example.com>")
          .with("Content-Type", "multipart/report; report-type=delivery-status; boundary=b")
          .saying(
              """
              --b

              It did not work.
              --b
              Content-Type: message/delivery-status

              Reporting-MTA: dns; example.com

              Final-Recipient: rfc822; ada.holm@example.com
              Action: %s
              Status: 5.1.1
              Diagnostic-Code: smtp; 550 no such
               user
              --b
              Content-Type: message/rfc822

              From: help@desk.example
              Message-ID: %s

              Please press the button.
              --b--
              """
                  .formatted(action, messageId));
    }

    @Test
    void marksTheReplyAndCallsAPerson() {
      new Sender(desk.store, desk.clock, List.of(ScriptedCarrier.accepting())).sendDue();
      Taken taken = take(bounce("failed", desk.entry(id).thread().messageId()));

      assertThat(taken).isEqualTo(new Taken.Bounced(1));
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(desk.entry(id).trouble())
          .contains("rfc822; ada.holm@example.com 5.1.1 smtp; 550 no such user");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEEDS_PERSON);
      assertThat(desk.ticket(1).care().reason()).startsWith("the reply came back: ");
      assertThat(desk.changes(1))
          .contains("status: answered -> needs_person, by mail")
          .anyMatch(change -> change.startsWith("reply: sent -> bounced: "));
      assertThat(desk.store.tickets()).hasSize(1);
    }

    @Test
    void provesThatAReplyOfUnknownOutcomeHadLeft() {
      new Sender(
              desk.store,
              desk.clock,
              List.of(new ScriptedCarrier(entry -> new Delivery.Unclear("gone"))))
          .sendDue();
      take(bounce("failed", desk.entry(id).thread().messageId()));

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
    }

    @Test
    void ofAnotherMailIsParked() {
      assertThat(take(bounce("failed", "<other@example.com>")))
          .isInstanceOfSatisfying(
              Taken.Parked.class,
              parked ->
                  assertThat(parked.reason()).startsWith("a bounce of a mail that is not ours"));
    }

    @Test
    void thatOnlySaysThatItTakesLongerIsParked() {
      assertThat(take(bounce("delayed", desk.entry(id).thread().messageId())))
          .isEqualTo(new Taken.Parked("report: delivery-status"));
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
    }
  }

  @Test
  void attachmentsAreListedWithTheirTicketOrMessage() {
    String part = "--b\nContent-Type: %s\n\n%s\n";
    MailBuilder mail =
        MailBuilder.fromAda()
            .with("Content-Type", "multipart/mixed; boundary=b")
            .saying(
                part.formatted("text/plain", "see picture")
                    + part.formatted("image/png; name=lamp.png", "123")
                    + "--b--\n");
    take(mail);
    take(mail.with("Message-ID", "<x@y>").with("In-Reply-To", "<ada-1@example.com>"));

    assertThat(
            desk.in(handle ->
                    handle
                        .createQuery(
                            "select name || ' ' || coalesce(message, '-') || ' ' || size from attachment")
                        .mapTo(String.class)
                        .list())
                .toString())
        .isEqualTo("[lamp.png - 3, lamp.png 1 3]");
  }

  @Test
  void whatIsErasedLeavesNoTextAndIsNotTakenAgain() {
    take(MailBuilder.fromAda());
    take(another().with("Precedence", "bulk"));
    long id = desk.put(MailDesk.reply(1, "Please press the button."));
    desk.in(handle -> {
      MailErasure.erase(handle, 1);
      return 0;
    });

    for (String table :
        List.of("outbox", "mail_taken", "parked_mail", "attachment", "mail_token")) {
      List<String> rows =
          desk.in(handle ->
              handle.createQuery("select * from " + table).mapToMap().map(Object::toString).list());
      assertThat(rows.toString()).as(table).doesNotContain("ada.holm", "dark", "button");
    }
    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WITHDRAWN);
    assertThat(take(MailBuilder.fromAda())).isEqualTo(new Taken.Known());
  }
}
