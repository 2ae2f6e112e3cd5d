package dev.recap.desk.mail;

import dev.recap.desk.mail.IncomingMail.Envelope;
import dev.recap.desk.mail.IncomingMail.Nature;
import dev.recap.desk.mail.MailSettings.Own;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what somebody wrote from what machines send, by headers and form alone. */
final class NatureOfMail {
  private static final Set<String> IN_BULK = Set.of("bulk", "list", "junk");
  private static final int MOST_HEADER = 1_000;

  private final Own own;

  NatureOfMail(Own own) {
    this.own = own;
  }

  Nature of(MimeMessage mail, Envelope envelope) throws MessagingException, IOException {
    String type = MailParts.type(mail);
    if (type.equals("multipart/report")) {
      return report(mail);
    }
    if (envelope.sender() == null) {
      return new Nature.Automatic("no address to answer to");
    }
    if (isOurs(envelope.sender().address())) {
      return new Nature.Automatic("comes from our own address " + envelope.sender().address());
    }
    if (header(mail, "Return-Path").equals("<>")) {
      return new Nature.Automatic("Return-Path: <>");
    }
    String submitted = value(mail, "Auto-Submitted");
    if (!submitted.isEmpty() && !submitted.equals("no")) {
      return new Nature.Automatic("Auto-Submitted: " + submitted);
    }
    String precedence = value(mail, "Precedence");
    if (IN_BULK.contains(precedence) && !isOwnList(mail)) {
      return new Nature.Automatic("Precedence: " + precedence);
    }
    if (!header(mail, "X-Auto-Response-Suppress").isEmpty()) {
      return new Nature.Automatic("X-Auto-Response-Suppress");
    }
    return new Nature.Written();
  }

  private static Nature report(MimeMessage mail) throws MessagingException, IOException {
    String kind;
    try {
      kind = new ContentType(mail.getContentType()).getParameter("report-type");
    } catch (ParseException e) {
      kind = null;
    }
    return Bounces.read(mail)
        .orElse(new Nature.Automatic("report: " + CleanText.line(kind == null ? "" : kind, 60)));
  }

  /** Also where the address carries a token. */
  private boolean isOurs(String sender) {
    if (MailAddress.key(sender).equals(MailAddress.key(own.address()))) {
      return true;
    }
    String template = own.replyAddress();
    if (template == null) {
      return false;
    }
    int at = template.indexOf(Own.TOKEN);
    String before = MailAddress.key(template.substring(0, at));
    String after = MailAddress.key(template.substring(at + Own.TOKEN.length()));
    String key = MailAddress.key(sender);
    return key.length() > before.length() + after.length()
        && key.startsWith(before)
        && key.endsWith(after);
  }

  /** Mail to a group address of ours comes as from a mailing list. */
  private boolean isOwnList(MimeMessage mail) throws MessagingException {
    @Nullable String list = own.list();
    return list != null
        && header(mail, "List-Id")
            .toLowerCase(Locale.ROOT)
            .contains("<" + list.toLowerCase(Locale.ROOT) + ">");
  }

  /** Without parameters and remarks, in lower case. */
  private static String value(MimeMessage mail, String header) throws MessagingException {
    String text = header(mail, header).replaceAll("\\([^)]*\\)", "");
    int end = text.indexOf(';');
    return CleanText.line((end < 0 ? text : text.substring(0, end)), 60).toLowerCase(Locale.ROOT);
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String text = mail.getHeader(name, ",");
    return text == null ? "" : CleanText.cut(text.strip(), MOST_HEADER);
  }
}
