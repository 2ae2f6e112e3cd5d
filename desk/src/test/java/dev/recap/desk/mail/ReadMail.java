package dev.recap.desk.mail;

import dev.recap.desk.mail.MailSettings.Limits;
import java.util.Base64;

/** Mails of several parts, and mails as the desk reads them, which keeps attachments of 1 kB. */
final class ReadMail {
  private static final MailReader READER =
      new MailReader(Mailboxes.OWN, new Limits(20, 25_000_000, 1000));

  private ReadMail() {}

  static IncomingMail read(MailBuilder mail) {
    return read(mail.bytes());
  }

  static IncomingMail read(byte[] raw) {
    return READER.read(raw, MailDesk.NOON);
  }

  static MailBuilder multipart(String kind, String... parts) {
    var body = new StringBuilder("A preamble\n");
    for (String part : parts) {
      body.append("--bound\n").append(part).append('\n');
    }
    return MailBuilder.fromAda()
        .with("MIME-Version", "1.0")
        .with("Content-Type", "multipart/" + kind + "; boundary=\"bound\"")
        .saying(body.append("--bound--\n").toString());
  }

  static String attached(String headers, byte[] content) {
    return headers
        + "\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(content);
  }
}
