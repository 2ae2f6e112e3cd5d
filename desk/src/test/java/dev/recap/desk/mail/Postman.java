package dev.recap.desk.mail;

import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.mail.MailSettings.Own;

/** Brings mails to a desk. */
final class Postman {
  /** How many the desk takes of one address within an hour. */
  static final int MAILS_AN_HOUR = 3;

  private final MailDesk desk;
  private int mails;

  Postman(MailDesk desk) {
    this.desk = desk;
  }

  Taken take(MailBuilder mail) {
    return take(mail, Mailboxes.OWN);
  }

  Taken take(MailBuilder mail, Own own) {
    IncomingMail read =
        new MailReader(own, Limits.STANDARD).read(mail.bytes(), desk.clock.instant());
    return desk.in(handle -> new Intake(MAILS_AN_HOUR, desk.clock).take(handle, read));
  }

  /** Another mail of Ada's. */
  MailBuilder another() {
    return MailBuilder.fromAda().with("Message-ID", "<more-%d@example.com>".formatted(++mails));
  }
}
