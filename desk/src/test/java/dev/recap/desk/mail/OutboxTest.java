package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
  private final MailDesk desk = MailDesk.inMemory();
  private final Ticket ticket = desk.ticket();

  @AfterEach
  void close() {
    desk.close();
  }

  private Sender sender(Carrier carrier) {
    return new Sender(desk.store, desk.clock, List.of(carrier));
  }

  @Nested
  class AReplyThatWasApproved {
    @Test
    void leavesAfterHalfAMinuteAndNotBefore() {
      ScriptedCarrier carrier = ScriptedCarrier.accepting();
      long id = desk.put(MailDesk.reply(ticket));
      desk.clock.advance(Outbox.UNDO.minusSeconds(1));
      assertThat(sender(carrier).sendDue()).isZero();

      desk.clock.advance(Duration.ofSeconds(1));
      assertThat(sender(carrier).sendDue()).isEqualTo(1);
      assertThat(carrier.carried)
          .singleElement()
          .satisfies(entry ->
              assertThat(entry.mail().letter().text()).isEqualTo("Please press the button."));
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(desk.entry(id).progress().said()).isEqualTo("250 taken");
    }

    @Test
    void canBeUndoneUntilThenAndNeverLeaves() {
      ScriptedCarrier carrier = ScriptedCarrier.accepting();
      long id = desk.due(MailDesk.reply(ticket));

      assertThat(desk.withdraw(id)).isTrue();
      assertThat(sender(carrier).sendDue()).isZero();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WITHDRAWN);
    }

    @Test
    void cannotBeUndoneOnceItHasLeft() {
      long id = desk.due(MailDesk.reply(ticket));
      sender(ScriptedCarrier.accepting()).sendDue();

      assertThat(desk.withdraw(id)).isFalse();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
    }

    @Test
    void isPutWithItsApprovalOrNotAtAll() {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              desk.in(handle -> {
                desk.outbox.put(handle, MailDesk.reply(ticket));
                throw new IllegalArgumentException("the approval failed");
              }));

      assertThat(desk.replies(ticket.number())).isEmpty();
    }

    @Test
    void isFoundByItsApproval() {
      desk.in(handle ->
          handle.execute(
              "insert into decision (id, ticket, kind, by, at, revision)"
                  + " values (7, 1, 'approved', 'kim', '2026-11-24T12:00:00Z', 1)"));
      Letter letter = MailDesk.reply(ticket).letter();
      long id = desk.put(new OutgoingMail(ticket.number(), 7, letter, Way.MAIL, false));

      assertThat(desk.<Optional<OutboxEntry>>in(handle -> desk.outbox.ofDecision(handle, 7)))
          .contains(desk.entry(id));
      assertThat(desk.<Optional<OutboxEntry>>in(handle -> desk.outbox.ofDecision(handle, 8)))
          .isEmpty();
    }

    @Test
    void keepsItsMessageIdWhenItIsSentAgain() {
      long id = desk.due(MailDesk.reply(ticket));
      String messageId = desk.entry(id).thread().messageId();
      sender(new ScriptedCarrier(entry -> new Delivery.Unclear("gone"))).sendDue();
      desk.sendAgain(id, "kim");
      desk.clock.advance(Outbox.UNDO);
      ScriptedCarrier carrier = ScriptedCarrier.accepting();
      sender(carrier).sendDue();

      assertThat(messageId).matches("<recap\\.1\\.[0-9a-z]{19}@desk\\.example>");
      assertThat(carrier.carried)
          .extracting(entry -> entry.thread().messageId())
          .containsExactly(messageId);
    }
  }

  @Nested
  class IsRefused {
    @Test
    void whenTheRehearsalModelMadeTheDraft() {
      OutgoingMail mail =
          new OutgoingMail(ticket.number(), null, MailDesk.reply(ticket).letter(), Way.MAIL, true);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.put(mail))
          .withMessage(
              "the draft of TICKET-1 was made by the simulated model, and such drafts are never sent");
    }

    @Test
    void whenThereIsNoSuchTicket() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> desk.put(MailDesk.reply(99, "Hello")))
          .withMessage("there is no ticket number 99");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ada@example.com\r\nBcc: eve@example.com",
          "ada@example.com, eve@example.com",
          "Ada <ada@example.com>",
          "ada@example.com>\r\nRCPT TO:<eve@example.com",
          "\"ada\n\"@example.com",
          "ada",
          "@example.com",
          "ada@",
          "ada@exam\u0000ple.com",
          "ädä@example.com"
        })
    void withAnythingButOneAddress(String recipient) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Letter(recipient, "Hello", "Hello"))
          .withMessageStartingWith("recipient was '")
          .withMessageEndingWith("but one address such as name@example.com was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: eve@example.com", "Hi\nthere", "Hi\u2028there", "Hi\u0000"})
    void withASubjectOfMoreThanOneLine(String subject) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Letter(MailDesk.ADA, subject, "Hello"))
          .withMessageContaining("one line of text was expected");
    }

    @Test
    void withoutARecipientUnlessItIsANote() {
      var letter = new Letter("", "Hello", "Hello");

      assertThat(new OutgoingMail(1, null, letter, Way.NOTE, false).letter()).isEqualTo(letter);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new OutgoingMail(1, null, letter, Way.MAIL, false))
          .withMessage("recipient was empty, but by way of 'mail' an address was expected");
    }
  }

  @Test
  void writesAnAddressWithAForeignDomainInAscii() {
    assertThat(new Letter("ada@bücher.example", "Hallo", "Hallo").recipient())
        .isEqualTo("ada@xn--bcher-kva.example");
  }

  @Nested
  class WhenNobodyKnows {
    private final long id = desk.due(MailDesk.reply(ticket));

    WhenNobodyKnows() {
      desk.set(ticket, "answered", null);
      sender(new ScriptedCarrier(entry -> new Delivery.Unclear("the line went dead"))).sendDue();
    }

    @Test
    void itIsShownAndThePersonIsCalled() {
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.UNKNOWN);
      assertThat(desk.entry(id).trouble()).contains("the line went dead");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEEDS_PERSON);
      assertThat(desk.ticket(1).care().reason())
          .isEqualTo("nobody knows whether the reply was sent");
      assertThat(desk.changes(1))
          .containsExactly(
              "reply: sending -> unknown: the line went dead, by outbox",
              "status: answered -> needs_person, by outbox");
    }

    @Test
    void itIsNeverSentAgainByItself() {
      ScriptedCarrier carrier = ScriptedCarrier.accepting();
      desk.clock.advance(Duration.ofDays(3));

      assertThat(sender(carrier).sendDue()).isZero();
      assertThat(carrier.carried).isEmpty();
    }

    @Test
    void aPersonCanSayThatItArrived() {
      assertThat(desk.markSent(id, "kim")).isTrue();

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(desk.entry(id).progress().said()).isEqualTo("marked as sent by kim");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
      assertThat(desk.changes(1))
          .contains("reply: unknown -> sent, by kim", "status: needs_person -> answered, by kim");
    }

    @Test
    void onlyTheFirstOfTwoPeopleDecides() {
      desk.markSent(id, "kim");

      assertThat(desk.sendAgain(id, "lee")).isFalse();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
    }
  }

  @Nested
  class WhenItIsRefused {
    @Test
    void forGoodItFailsWithTheReasonAndMayBeSentAgain() {
      desk.set(ticket, "answered", null);
      long id = desk.due(MailDesk.reply(ticket));
      sender(new ScriptedCarrier(entry -> new Delivery.Refused("550 no such\r\nuser", false)))
          .sendDue();

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.FAILED);
      assertThat(desk.entry(id).trouble()).contains("550 no such user");
      assertThat(desk.ticket(1).care().reason()).isEqualTo("the reply could not be sent");

      desk.sendAgain(id, "kim");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.ANSWERED);
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WAITING);
    }

    @Test
    void forNowItIsTriedAgainLessAndLessOften() {
      long id = desk.due(MailDesk.reply(ticket));
      ScriptedCarrier carrier =
          new ScriptedCarrier(entry -> new Delivery.Refused("421 come back later", true));
      Sender sender = sender(carrier);
      for (int minutes : new int[] {0, 1, 4, 16, 60, 60}) {
        if (minutes > 0) {
          desk.clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
          assertThat(sender.sendDue()).isZero();
          desk.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(sender.sendDue()).isEqualTo(1);
      }

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.FAILED);
      assertThat(carrier.carried).hasSize(6);
    }

    @Test
    void forNowItCanStillBeWithdrawn() {
      long id = desk.due(MailDesk.reply(ticket));
      sender(new ScriptedCarrier(entry -> new Delivery.Refused("421 later", true))).sendDue();

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WAITING);
      assertThat(desk.withdraw(id)).isTrue();
    }
  }
}
