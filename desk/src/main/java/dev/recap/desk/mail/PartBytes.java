package dev.recap.desk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The bytes of a part, out of its transfer encoding as far as that goes. */
final class PartBytes {
  private PartBytes() {}

  /** Never fails on what was sent: what cannot be decoded comes as it is. */
  static byte[] of(MimePart part) throws MessagingException, IOException {
    byte[] raw = raw(part);
    String encoding = part.getEncoding();
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(raw);
      case "quoted-printable" -> decoded(raw, "quoted-printable");
      case "x-uuencode", "uuencode", "x-uue" -> decoded(raw, "uuencode");
      default -> raw;
    };
  }

  static byte[] raw(MimePart part) throws MessagingException, IOException {
    InputStream stream =
        switch (part) {
          case MimeMessage message -> message.getRawInputStream();
          case MimeBodyPart body -> body.getRawInputStream();
          default -> part.getInputStream();
        };
    try (stream) {
      return stream.readAllBytes();
    }
  }

  /** Skips what is none of the alphabet, and an end that was cut off. */
  private static byte[] base64(byte[] raw) {
    var signs = new StringBuilder(raw.length);
    for (byte b : raw) {
      boolean sign =
          (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || (b >= '0' && b <= '9')
              || b == '+'
              || b == '/';
      if (sign) {
        signs.append((char) b);
      }
    }
    signs.setLength(signs.length() % 4 == 1 ? signs.length() - 1 : signs.length());
    return Base64.getDecoder().decode(signs.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] decoded(byte[] raw, String encoding) {
    try (InputStream stream = MimeUtility.decode(new ByteArrayInputStream(raw), encoding)) {
      return stream.readAllBytes();
    } catch (MessagingException | IOException e) {
      return raw;
    }
  }
}
