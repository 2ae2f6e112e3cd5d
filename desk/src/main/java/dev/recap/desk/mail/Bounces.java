package dev.recap.desk.mail;

import dev.recap.desk.mail.IncomingMail.Nature;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads delivery status notifications (RFC 3464). */
final class Bounces {
  private static final Set<String> RETURNED =
      Set.of("message/rfc822", "text/rfc822-headers", "message/rfc822-headers");
  private static final int MOST_GROUPS = 50;
  private static final int MOST_SAID = 300;

  private Bounces() {}

  /** What a report says of a mail that did not arrive; empty where it says something else. */
  static Optional<Nature> read(MimeMessage report) throws MessagingException, IOException {
    List<String> ids = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    for (MimePart part : MailParts.children(report)) {
      String type = MailParts.type(part);
      if (type.equals("message/delivery-status")) {
        failure = failure(PartBytes.of(part));
      } else if (RETURNED.contains(type)) {
        var headers = new InternetHeaders(new ByteArrayInputStream(PartBytes.of(part)));
        ids.addAll(MessageIds.in(headers.getHeader("Message-ID", " ")));
      }
    }
    ids.addAll(
        MessageIds.in(report.getHeader("In-Reply-To", " "), report.getHeader("References", " ")));
    return failure.map(said -> new Nature.Bounce(ids, said));
  }

  /** What the first group that tells of a failure says. */
  private static Optional<String> failure(byte[] status) throws MessagingException, IOException {
    try (InputStream stream = new ByteArrayInputStream(status)) {
      for (int i = 0; i < MOST_GROUPS && stream.available() > 0; i++) {
        var group = new InternetHeaders(stream);
        String action = field(group, "Action");
        if (action.toLowerCase(Locale.ROOT).startsWith("failed")) {
          return Optional.of(
              CleanText.line(
                  String.join(
                      " ",
                      Stream.of("Final-Recipient", "Status", "Diagnostic-Code")
                          .map(name -> field(group, name))
                          .filter(text -> !text.isEmpty())
                          .toList()),
                  MOST_SAID));
        }
      }
    }
    return Optional.empty();
  }

  private static String field(InternetHeaders headers, String name) {
    @Nullable String text = headers.getHeader(name, " ");
    return text == null ? "" : text.strip();
  }
}
