package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply of ours that comes back. */
class BounceTest {
  private final MailDesk desk = MailDesk.inMemory();
  private final Postman postman = new Postman(desk);
  private final Ticket ticket = desk.ticket();
  private final long id = desk.due(MailDesk.reply(ticket));

  @AfterEach
  void close() {
    desk.close();
  }

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
    Taken taken = postman.take(bounce("failed", desk.entry(id).thread().messageId()));

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
    postman.take(bounce("failed", desk.entry(id).thread().messageId()));

    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
  }

  @Test
  void ofAnotherMailIsParked() {
    assertThat(postman.take(bounce("failed", "<other@example.com>")))
        .isInstanceOfSatisfying(
            Taken.Parked.class,
            parked ->
                assertThat(parked.reason()).startsWith("a bounce of a mail that is not ours"));
  }

  @Test
  void thatOnlySaysThatItTakesLongerIsParked() {
    assertThat(postman.take(bounce("delayed", desk.entry(id).thread().messageId())))
        .isEqualTo(new Taken.Parked("report: delivery-status"));
    assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
  }
}
