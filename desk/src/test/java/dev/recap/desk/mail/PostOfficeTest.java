package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.ticket.TicketStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostOfficeTest {
  private final Mailboxes mail = new Mailboxes("smtp", "imap");
  private final MailDesk desk = MailDesk.inMemory();

  @AfterEach
  void close() {
    desk.close();
    mail.close();
  }

  private MailSettings settings() {
    return new MailSettings(
        Mailboxes.OWN,
        Way.MAIL,
        Mailboxes.token(),
        new Inbox(
            new Host("127.0.0.1", mail.server.getImap().getPort(), Security.NONE),
            "INBOX",
            null,
            LocalDate.of(2020, 1, 1)),
        new Host("127.0.0.1", mail.server.getSmtp().getPort(), Security.NONE),
        Limits.STANDARD);
  }

  private PostOffice office(String secret) {
    return PostOffice.of(desk.store, settings(), name -> secret, desk.clock);
  }

  @Test
  void carriesAConversationThereAndBack() throws Exception {
    try (PostOffice office = office(Mailboxes.SECRET)) {
      mail.desk.deliver(MailBuilder.fromAda().message());
      office.look();
      assertThat(office.status())
          .isEqualTo(new PostOffice.Status(desk.clock.instant(), null, new Look(1, 0, 0, 0, 0)));

      long id = desk.in(handle -> office.outbox().put(handle, MailDesk.reply(1, "Press it.")));
      desk.set(desk.ticket(1), "answered", null);
      desk.clock.advance(Outbox.UNDO);
      office.send();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      var reply = mail.server.getReceivedMessagesForDomain("example.com")[0];
      assertThat(reply.getHeader("In-Reply-To")).containsExactly("<ada-1@example.com>");

      mail.desk.deliver(
          MailBuilder.fromAda()
              .with("Message-ID", "<ada-2@example.com>")
              .with("References", "<ada-1@example.com> " + reply.getMessageID())
              .saying("Thank you!\n")
              .message());
      office.look();
      assertThat(desk.messages(1)).containsExactly("customer ada.holm@example.com: Thank you!");
      assertThat(desk.ticket(1).status()).isEqualTo(TicketStatus.NEW);
      assertThat(office.status().total()).isEqualTo(new Look(1, 1, 0, 0, 0));
      assertThat(office.way()).isEqualTo(Way.MAIL);
    }
  }

  @Test
  void saysWhyTheMailboxCannotBeReadAndNotTheSecret() {
    try (PostOffice office = office("hunter2")) {
      office.look();

      assertThat(office.status().trouble()).isNotBlank().doesNotContain("hunter2");
    }
  }

  @Test
  void showsAtItsStartWhatALastProcessLeftBehind() {
    long id = desk.due(MailDesk.reply(desk.ticket()));
    desk.in(handle -> handle.execute("update outbox set state = 'sending', attempts = 1"));
    try (PostOffice office = office(Mailboxes.SECRET)) {
      office.start();
    }
    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.UNKNOWN);
    assertThat(desk.entry(id).trouble())
        .contains("the program ended while this reply was being sent");
  }
}
