package dev.recap.desk.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A reply as it goes over the wire: plain text in UTF-8, to one recipient. */
final class ReplyMessage extends MimeMessage {
  private static final int AFTER_REFERENCES = 12;

  private final String messageId;

  private ReplyMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static ReplyMessage of(Session session, MailSettings settings, OutboxEntry entry, Instant now)
      throws MessagingException {
    Letter letter = entry.mail().letter();
    OutboxEntry.Conversation thread = entry.thread();
    var message = new ReplyMessage(session, thread.messageId());
    message.setFrom(from(settings.own()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
    var replyTo = settings.replyAddress(thread.token());
    if (replyTo.isPresent()) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.get(), true)});
    }
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    if (thread.inReplyTo() != null) {
      message.setHeader("In-Reply-To", thread.inReplyTo());
    }
    if (!thread.references().isEmpty()) {
      message.setHeader(
          "References", MimeUtility.fold(AFTER_REFERENCES, String.join(" ", thread.references())));
    }
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    return message;
  }

  private static InternetAddress from(MailSettings.Own own) throws MessagingException {
    try {
      return new InternetAddress(own.address(), own.name(), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("UTF-8 is missing", e);
    }
  }

  /** Keeps the name that was chosen when the reply was put into the outbox. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
