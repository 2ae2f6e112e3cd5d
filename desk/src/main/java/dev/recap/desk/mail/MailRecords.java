package dev.recap.desk.mail;

import dev.recap.desk.mail.IncomingMail.Envelope;
import dev.recap.desk.mail.IncomingMail.Sender;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows that tell of one mail.
 *
 * @param mailId its name here, which no other mail has
 */
record MailRecords(Handle handle, IncomingMail mail, String mailId, Instant now) {
  /** What a row of {@code mail_taken} says it became. */
  enum Became {
    TICKET,
    MESSAGE,
    BOUNCE,
    PARKED
  }

  /**
   * The name that a mail is taken under; empty when it was taken before. Two mails under one
   * Message-ID are two mails, and one without a Message-ID is known by what it says.
   */
  static Optional<String> freeName(Handle handle, Envelope envelope) {
    String plain = envelope.messageId() == null ? envelope.digest() : envelope.messageId();
    Optional<String> digest = digest(handle, plain);
    if (digest.isEmpty()) {
      return Optional.of(plain);
    }
    String other = plain + "#" + envelope.digest();
    return digest.get().equals(envelope.digest()) || digest(handle, other).isPresent()
        ? Optional.empty()
        : Optional.of(other);
  }

  private static Optional<String> digest(Handle handle, String mailId) {
    return handle
        .createQuery("select digest from mail_taken where mail_id = :id")
        .bind("id", mailId)
        .mapTo(String.class)
        .findOne();
  }

  /** How many mails of an address were taken since then, as tickets or messages. */
  static int takenFrom(Handle handle, String address, Instant since) {
    return handle
        .createQuery(
            """
            select count(*) from mail_taken
            where sender = :sender and at > :since and became in ('ticket', 'message')\
            """)
        .bind("sender", MailAddress.key(address))
        .bind("since", Outbox.seconds(since).toString())
        .mapTo(Integer.class)
        .one();
  }

  static boolean isCustomerOf(Handle handle, int ticket, String address) {
    return handle
            .createQuery(
                """
                select count(*) from ticket
                where number = :ticket and lower(customer_email) = :address\
                """)
            .bind("ticket", ticket)
            .bind("address", MailAddress.key(address))
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Puts on record that it was taken. */
  void taken(Became became, @Nullable Integer ticket, @Nullable Long message) {
    Sender sender = mail.envelope().sender();
    handle
        .createUpdate(
            """
            insert into mail_taken (mail_id, message_id, digest, became, ticket, message, sender,
                                    at, full_text)
            values (:mailId, :messageId, :digest, :became, :ticket, :message, :sender, :at, :text)
            on conflict (mail_id) do update set became = :became, ticket = :ticket,
                                                message = :message\
            """)
        .bind("mailId", mailId)
        .bind("messageId", mail.envelope().messageId())
        .bind("digest", mail.envelope().digest())
        .bind("became", Labels.of(became))
        .bind("ticket", ticket)
        .bind("message", message)
        .bind("sender", sender == null ? "" : MailAddress.key(sender.address()))
        .bind("at", Outbox.seconds(now).toString())
        .bind("text", mail.text())
        .execute();
  }

  /** Lists what came with it. */
  void attached(int ticket, @Nullable Long message) {
    for (Attachment attachment : mail.attachments()) {
      handle
          .createUpdate(
              """
              insert into attachment (ticket, message, name, type, size, sha256, content)
              values (:ticket, :message, :name, :type, :size, :sha256, :content)\
              """)
          .bind("ticket", ticket)
          .bind("message", message)
          .bind("name", attachment.name())
          .bind("type", attachment.type())
          .bind("size", attachment.size())
          .bind("sha256", attachment.sha256())
          .bind("content", attachment.content())
          .execute();
    }
  }

  /** Puts it aside. */
  void parked(@Nullable Integer ticket, String reason) {
    taken(Became.PARKED, ticket, null);
    Sender sender = mail.envelope().sender();
    handle
        .createUpdate(
            """
            insert into parked_mail (mail_id, ticket, sender, subject, text, reason, at, raw)
            values (:mailId, :ticket, :sender, :subject, :text, :reason, :at, :raw)\
            """)
        .bind("mailId", mailId)
        .bind("ticket", ticket)
        .bind("sender", sender == null ? "" : sender.address())
        .bind("subject", mail.envelope().subject())
        .bind("text", mail.text())
        .bind("reason", reason)
        .bind("at", mail.envelope().received().toString())
        .bind("raw", mail.raw())
        .execute();
  }
}
