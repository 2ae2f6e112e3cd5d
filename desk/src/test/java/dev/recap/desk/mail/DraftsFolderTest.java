package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.ticket.Ticket;
import jakarta.mail.Flags;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsFolderTest {
  private final Mailboxes mail = new Mailboxes("imap");
  private final MailDesk desk = MailDesk.inMemory();

  @AfterEach
  void close() {
    desk.close();
    mail.close();
  }

  private Sender sender() {
    MailSettings settings = mail.reading(null, Limits.STANDARD);
    Inbox inbox = settings.inbox();
    assertThat(inbox).isNotNull();
    return new Sender(
        desk.store,
        desk.clock,
        List.of(new DraftsFolder(Mailboxes.connections(settings), inbox, desk.clock)));
  }

  private long due() {
    Ticket ticket = desk.ticket();
    return desk.due(
        new OutgoingMail(
            ticket.number(), null, MailDesk.reply(ticket).letter(), Way.DRAFTS, false));
  }

  private List<StoredMessage> drafts() throws Exception {
    return mail.server
        .getManagers()
        .getImapHostManager()
        .getFolder(mail.desk, "Drafts")
        .getMessages();
  }

  @Test
  void laysAReplyWhereAPersonSendsIt() throws Exception {
    mail.server.getManagers().getImapHostManager().createMailbox(mail.desk, "Drafts");
    long id = due();
    sender().sendDue();

    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
    assertThat(desk.entry(id).progress().said()).isEqualTo("laid into Drafts");
    assertThat(drafts())
        .singleElement()
        .satisfies(draft -> {
          assertThat(draft.isSet(Flags.Flag.DRAFT)).isTrue();
          assertThat(draft.getMimeMessage().getContent().toString())
              .isEqualTo("Please press the button.");
          assertThat(draft.getMimeMessage().getMessageID())
              .isEqualTo(desk.entry(id).thread().messageId());
        });
  }

  @Test
  void laysItThereOnceAlsoWhenNobodyKnewAndAPersonTriesAgain() throws Exception {
    mail.server.getManagers().getImapHostManager().createMailbox(mail.desk, "Drafts");
    long id = due();
    sender().sendDue();
    desk.in(handle -> handle.execute("update outbox set state = 'unknown'"));
    desk.sendAgain(id, "kim");
    desk.clock.advance(Outbox.UNDO);
    sender().sendDue();

    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
    assertThat(desk.entry(id).progress().said()).isEqualTo("was in Drafts already");
    assertThat(drafts()).hasSize(1);
  }

  @Test
  void saysWhatToDoWhereThereIsNoSuchFolder() {
    long id = due();
    sender().sendDue();

    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.FAILED);
    assertThat(desk.entry(id).trouble().orElseThrow()).contains("imap.drafts can name one");
  }

  @Test
  void triesLaterWhenTheServerIsAway() {
    long id = due();
    Sender sender = sender();
    mail.close();
    sender.sendDue();

    assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WAITING);
  }
}
