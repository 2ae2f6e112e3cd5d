package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.StoredMessage;
import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailFolderTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private final Mailboxes mail = new Mailboxes("smtp", "imap");
  private final MailDesk desk = MailDesk.inMemory();

  @AfterEach
  void close() {
    desk.close();
    mail.close();
  }

  private MailFolder folder() {
    return folder(mail.reading(LONG_AGO, Limits.STANDARD));
  }

  private MailFolder folder(MailSettings settings) {
    Inbox inbox = settings.inbox();
    assertThat(inbox).isNotNull();
    return new MailFolder(desk.store, Mailboxes.connections(settings), inbox, desk.clock);
  }

  private List<StoredMessage> stored() throws Exception {
    return mail.server.getManagers().getImapHostManager().getInbox(mail.desk).getMessages();
  }

  @Test
  void makesATicketOfAMail() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());

    assertThat(folder().look()).isEqualTo(new Look(1, 0, 0, 0, 0));
    Ticket ticket = desk.ticket(1);
    assertThat(ticket.asked().subject()).isEqualTo("A dark lamp");
    assertThat(ticket.asked().description()).isEqualTo("My lamp is dark.");
    assertThat(ticket.asked().customer().name()).isEqualTo("Ada Holm");
    assertThat(ticket.asked().customer().email()).isEqualTo(MailDesk.ADA);
    assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
    assertThat(ticket.id()).isEqualTo("TICKET-1");
  }

  @Test
  void leavesTheMailboxAsItWas() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());
    folder().look();

    assertThat(stored())
        .singleElement()
        .satisfies(message -> assertThat(message.isSet(Flags.Flag.SEEN)).isFalse());
  }

  @Test
  void takesEachMailOnce() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());
    folder().look();
    mail.desk.deliver(MailBuilder.fromAda().with("Message-ID", "<ada-2@example.com>").message());

    assertThat(folder().look()).isEqualTo(new Look(1, 0, 0, 0, 0));
    assertThat(folder().look()).isEqualTo(Look.NOTHING);
    assertThat(desk.store.tickets()).hasSize(2);
  }

  @Test
  void leavesAloneWhatWasThereBeforeTheFirstLook() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());
    MailSettings settings = mail.reading(null, Limits.STANDARD);

    assertThat(folder(settings).look()).isEqualTo(Look.NOTHING);
    mail.desk.deliver(MailBuilder.fromAda().with("Message-ID", "<ada-2@example.com>").message());
    assertThat(folder(settings).look()).isEqualTo(new Look(1, 0, 0, 0, 0));
  }

  @Test
  void readsAFolderAgainThatTheServerHasRenumberedAndTakesNothingTwice() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());
    folder().look();
    desk.in(handle ->
        handle.createUpdate("update mail_place set uid_validity = 1, last_uid = 900").execute());
    mail.desk.deliver(MailBuilder.fromAda().with("Message-ID", "<ada-2@example.com>").message());

    assertThat(folder().look()).isEqualTo(new Look(1, 0, 0, 0, 1));
    assertThat(folder().look()).isEqualTo(Look.NOTHING);
  }

  @Test
  void takesAMailAgainThatWasNotTakenToTheEnd() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().message());
    Desks.refuse(desk.store, "mail_place", "new.last_uid > 0");
    assertThatThrownBy(() -> folder().look()).hasMessageContaining("killed");
    assertThat(desk.store.tickets()).isEmpty();

    Desks.takeAgain(desk.store, "mail_place");
    assertThat(folder().look()).isEqualTo(new Look(1, 0, 0, 0, 0));
    assertThat(desk.store.tickets()).hasSize(1);
  }

  @Test
  void parksWhatIsTooLargeWithWhoseItIs() throws Exception {
    mail.desk.deliver(MailBuilder.fromAda().saying("dark ".repeat(1000)).message());

    assertThat(folder(mail.reading(LONG_AGO, new Limits(20, 1000, 1000))).look())
        .isEqualTo(new Look(0, 0, 0, 1, 0));
    assertThat(desk.parked())
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.sender()).isEqualTo(MailDesk.ADA);
          assertThat(parked.subject()).isEqualTo("A dark lamp");
          assertThat(parked.reason())
              .isEqualTo("larger than 1,000 bytes; it can be read in the mailbox");
          assertThat(parked.kept()).isFalse();
        });
  }

  @Test
  void saysWhyItCannotLook() {
    Inbox wrong =
        new Inbox(
            new Host("127.0.0.1", mail.server.getImap().getPort(), Security.NONE),
            "No such folder",
            null,
            null);
    var folder =
        new MailFolder(
            desk.store,
            Mailboxes.connections(mail.reading(null, Limits.STANDARD)),
            wrong,
            desk.clock);

    assertThatThrownBy(folder::look)
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("No such folder");
  }

  @Nested
  class AnAnswerToOurReply {
    private String sent() throws Exception {
      Ticket ticket = desk.ticket();
      desk.set(ticket, "answered", null);
      desk.due(MailDesk.reply(ticket));
      new Sender(
              desk.store,
              desk.clock,
              List.of(
                  new SmtpCarrier(
                      Mailboxes.connections(mail.sending(Security.NONE, Mailboxes.password())),
                      new Host("127.0.0.1", mail.server.getSmtp().getPort(), Security.NONE),
                      desk.clock)))
          .sendDue();
      return mail.server.getReceivedMessages()[0].getMessageID();
    }

    @Test
    void goesToItsTicketAndOpensItAgain() throws Exception {
      mail.desk.deliver(
          MailBuilder.fromAda()
              .with("In-Reply-To", sent())
              .saying(
                  "It is still dark.\n\nOn 24 Nov 2026 at 12:00, Help wrote:\n> Press the button.\n")
              .message());

      assertThat(folder().look()).isEqualTo(new Look(0, 1, 0, 0, 0));
      assertThat(desk.messages(1))
          .containsExactly("customer ada.holm@example.com: It is still dark.");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEW);
      assertThat(desk.ticket(1).care().revision()).isEqualTo(2);
      assertThat(desk.changes(1)).contains("status: answered -> new, by ada.holm@example.com");
    }

    @Test
    void isFoundByTheAddressItWentToWhereTheReferencesAreLost() throws Exception {
      sent();
      String replyTo = mail.server.getReceivedMessages()[0].getReplyTo()[0].toString();
      mail.desk.deliver(MailBuilder.fromAda().with("To", "Help <" + replyTo + ">").message());

      assertThat(folder().look()).isEqualTo(new Look(0, 1, 0, 0, 0));
    }
  }
}
