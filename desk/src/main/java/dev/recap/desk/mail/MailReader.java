package dev.recap.desk.mail;

import dev.recap.desk.mail.IncomingMail.Envelope;
import dev.recap.desk.mail.IncomingMail.Nature;
import dev.recap.desk.mail.IncomingMail.Sender;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.mail.MailSettings.Own;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads mails from their bytes, whatever is wrong with them. */
final class MailReader {
  private static final int MOST_SUBJECT = 500;
  private static final int MOST_NAME = 120;
  private static final int MOST_KEPT_RAW = 1_000_000;
  private static final int MOST_HEADER = 10_000;
  private static final String[] TO_US = {
    "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"
  };

  private final Limits limits;
  private final NatureOfMail nature;
  private final @Nullable Pattern token;
  private final Session session;

  MailReader(Own own, Limits limits) {
    this.limits = limits;
    this.nature = new NatureOfMail(own);
    this.token = own.replyAddress() == null ? null : token(own.replyAddress());
    var properties = new Properties();
    properties.put("mail.mime.address.strict", "false");
    properties.put("mail.mime.allowutf8", "true");
    this.session = Session.getInstance(properties);
  }

  private static Pattern token(String replyAddress) {
    int at = replyAddress.indexOf(Own.TOKEN);
    return Pattern.compile(
        "(?i)(?<![a-z0-9.+_-])"
            + Pattern.quote(replyAddress.substring(0, at))
            + "([a-z0-9]{1,40})"
            + Pattern.quote(replyAddress.substring(at + Own.TOKEN.length())));
  }

  /** The mail in these bytes. */
  IncomingMail read(byte[] raw, Instant received) {
    byte[] kept = raw.length <= MOST_KEPT_RAW ? raw : null;
    try {
      var message = new MimeMessage(session, new SharedByteArrayInputStream(raw));
      MailParts parts = MailParts.of(message, limits.attachmentBytes());
      String text = parts.text();
      Envelope envelope = envelope(message, text, received);
      return new IncomingMail(
          envelope, nature.of(message, envelope), text, parts.attachments(), kept);
    } catch (MessagingException | IOException | RuntimeException e) {
      return unreadable(raw, received, "cannot be read: " + Outcomes.oneLine(String.valueOf(e)));
    }
  }

  /** The mail with nothing but its headers, when the rest is too much. */
  IncomingMail headersOnly(byte[] headers, Instant received, String reason) {
    return unreadable(headers, received, reason);
  }

  private IncomingMail unreadable(byte[] raw, Instant received, String reason) {
    String digest = Attachment.sha256(raw);
    Envelope bare = new Envelope(null, digest, null, "", List.of(), List.of(), received);
    Nature why = new Nature.Unreadable(reason);
    try {
      var message = new MimeMessage(session, new SharedByteArrayInputStream(raw));
      return new IncomingMail(envelope(message, digest, received), why, "", List.of(), null);
    } catch (MessagingException | RuntimeException e) {
      return new IncomingMail(bare, why, "", List.of(), null);
    }
  }

  private Envelope envelope(MimeMessage message, String text, Instant received)
      throws MessagingException {
    Sender sender = sender(message).orElse(null);
    String subject = CleanText.line(decoded(message.getHeader("Subject", " ")), MOST_SUBJECT);
    String digest =
        Attachment.sha256(
            String.join(
                    "\n",
                    sender == null ? "" : sender.address(),
                    String.valueOf(message.getHeader("Date", " ")),
                    subject,
                    text)
                .getBytes(StandardCharsets.UTF_8));
    List<String> ids = MessageIds.in(message.getHeader("Message-ID", " "));
    return new Envelope(
        ids.isEmpty() ? null : ids.getFirst(),
        digest,
        sender,
        subject,
        tokens(message),
        references(message),
        received);
  }

  /** Whom an answer would go to. */
  private static Optional<Sender> sender(MimeMessage message) throws MessagingException {
    for (String header : List.of("Reply-To", "From")) {
      String text = message.getHeader(header, ",");
      if (text == null) {
        continue;
      }
      for (InternetAddress address :
          InternetAddress.parseHeader(CleanText.cut(text, MOST_HEADER), false)) {
        Optional<String> plain =
            address.getAddress() == null
                ? Optional.empty()
                : MailAddress.read(address.getAddress());
        if (plain.isPresent()) {
          String name = CleanText.line(decoded(address.getPersonal()), MOST_NAME);
          return Optional.of(new Sender(plain.get(), name.isEmpty() ? null : name));
        }
      }
    }
    return Optional.empty();
  }

  private List<String> tokens(MimeMessage message) throws MessagingException {
    List<String> tokens = new ArrayList<>();
    if (token == null) {
      return tokens;
    }
    for (String header : TO_US) {
      String text = message.getHeader(header, ",");
      Matcher found = token.matcher(text == null ? "" : text);
      while (found.find()) {
        tokens.add(found.group(1).toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  private static List<String> references(MimeMessage message) throws MessagingException {
    List<String> references = new ArrayList<>(MessageIds.in(message.getHeader("In-Reply-To", " ")));
    List<String> older = MessageIds.in(message.getHeader("References", " "));
    Collections.reverse(older);
    references.addAll(older);
    return references.stream().distinct().toList();
  }

  static String decoded(@Nullable String header) {
    if (header == null) {
      return "";
    }
    String unfolded = MimeUtility.unfold(CleanText.cut(header, MOST_HEADER));
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException e) {
      return unfolded;
    }
  }
}
