package dev.recap.desk.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Walks the parts of a mail: what is its text, and what is attached to it. */
final class MailParts {
  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 500;

  private final int attachmentBytes;
  private final List<String> texts = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private int parts;

  private MailParts(int attachmentBytes) {
    this.attachmentBytes = attachmentBytes;
  }

  /**
   * @throws MessagingException when it is nested too deeply, has too many parts, or is none at all
   */
  static MailParts of(MimePart mail, int attachmentBytes) throws MessagingException, IOException {
    var parts = new MailParts(attachmentBytes);
    parts.walk(mail, 0);
    return parts;
  }

  /** The text as it came, with its quotes; empty for none. */
  String text() {
    return CleanText.of(String.join("\n\n", texts));
  }

  List<Attachment> attachments() {
    return List.copyOf(attachments);
  }

  private void walk(MimePart part, int depth) throws MessagingException, IOException {
    parts++;
    if (parts > MOST_PARTS || depth > DEEPEST) {
      throw new MessagingException(
          "more than %d parts, or nested more than %d deep".formatted(MOST_PARTS, DEEPEST));
    }
    String type = type(part);
    if (type.startsWith("multipart/")) {
      walkAll(part, type, depth);
    } else if (isText(part, type)) {
      texts.add(text(part, type));
    } else {
      attachments.add(Attachment.of(name(part, type), type, PartBytes.of(part), attachmentBytes));
    }
  }

  private void walkAll(MimePart part, String type, int depth)
      throws MessagingException, IOException {
    List<MimePart> children = children(part);
    if (children.isEmpty()) {
      texts.add(Charsets.decode(PartBytes.raw(part), null));
      return;
    }
    if (!type.equals("multipart/alternative")) {
      for (MimePart child : children) {
        walk(child, depth + 1);
      }
      return;
    }
    // The first that says something: plain text comes before what is laid out.
    int before = texts.size();
    for (MimePart child : children) {
      int texted = texts.size();
      walk(child, depth + 1);
      boolean said = texts.subList(before, texted).stream().anyMatch(text -> !text.isBlank());
      if (said) {
        texts.subList(texted, texts.size()).clear();
      }
    }
  }

  /** Empty where it cannot be taken apart. */
  static List<MimePart> children(MimePart part) {
    List<MimePart> children = new ArrayList<>();
    try {
      // Shares the bytes of the whole: nested ones would be copied once for each level.
      var multipart = new MimeMultipart(new MimePartDataSource(part));
      for (int i = 0; i < multipart.getCount() && i <= MOST_PARTS; i++) {
        BodyPart child = multipart.getBodyPart(i);
        if (child instanceof MimePart mime) {
          children.add(mime);
        }
      }
    } catch (MessagingException e) {
      return List.of();
    }
    return children;
  }

  /** In lower case; plain text where there is none that can be read. */
  static String type(MimePart part) throws MessagingException {
    String given = part.getContentType();
    if (given == null) {
      return "text/plain";
    }
    int end = given.indexOf(';');
    String type = (end < 0 ? given : given.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return type.indexOf('/') > 0 ? type : "text/plain";
  }

  private static boolean isText(MimePart part, String type) throws MessagingException {
    boolean readable = type.equals("text/plain") || type.equals("text/html");
    return readable
        && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
        && fileName(part) == null;
  }

  private static @Nullable String disposition(MimePart part) throws MessagingException {
    try {
      return part.getDisposition();
    } catch (ParseException e) {
      return null;
    }
  }

  private static String text(MimePart part, String type) throws MessagingException, IOException {
    String text = Charsets.decode(PartBytes.of(part), charset(part));
    return type.equals("text/html") ? HtmlText.of(text) : text;
  }

  private static @Nullable String charset(MimePart part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getParameter("charset");
    } catch (ParseException e) {
      return null;
    }
  }

  private static String name(MimePart part, String type) throws MessagingException {
    String given = fileName(part);
    if (given != null) {
      return given;
    }
    return type.equals("message/rfc822") ? "mail.eml" : type.replace('/', '.');
  }

  private static @Nullable String fileName(MimePart part) throws MessagingException {
    String given;
    try {
      given = part.getFileName();
    } catch (ParseException e) {
      return null;
    }
    return given == null ? null : MailReader.decoded(unescaped(given));
  }

  /** Parts keep what is no ASCII in their headers as one character for each byte. */
  private static String unescaped(String header) {
    return header.chars().allMatch(c -> c <= 0xFF)
        ? Charsets.decode(header.getBytes(StandardCharsets.ISO_8859_1), null)
        : header;
  }
}
