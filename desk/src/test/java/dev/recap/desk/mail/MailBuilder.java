package dev.recap.desk.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** A mail as it lies on a server, header by header. */
final class MailBuilder {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "My lamp is dark.\r\n";

  static MailBuilder fromAda() {
    return new MailBuilder()
        .with("From", "Ada Holm <" + MailDesk.ADA + ">")
        .with("To", Mailboxes.DESK)
        .with("Subject", "A dark lamp")
        .with("Date", "Tue, 24 Nov 2026 12:00:00 +0000")
        .with("Message-ID", "<ada-1@example.com>");
  }

  MailBuilder with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  MailBuilder without(String header) {
    headers.remove(header);
    return this;
  }

  MailBuilder saying(String body) {
    this.body = body.replace("\n", "\r\n");
    return this;
  }

  MailBuilder html(String html) {
    return with("Content-Type", "text/html; charset=utf-8").saying(html);
  }

  byte[] bytes() {
    return bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes(byte[] body) {
    var head = new StringBuilder();
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[top.length + body.length];
    System.arraycopy(top, 0, all, 0, top.length);
    System.arraycopy(body, 0, all, top.length, body.length);
    return all;
  }

  MimeMessage message() throws MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
  }
}
