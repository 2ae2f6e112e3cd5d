package dev.recap.desk.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.mail.MailSettings.Own;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail server in this process, with the desk's mailbox and Ada's. */
final class Mailboxes implements AutoCloseable {
  static final String DESK = "help@desk.example";
  static final String SECRET = "a secret";
  static final Own OWN = new Own(DESK, "Help & Größe", "help+{token}@desk.example", null);

  final GreenMail server;
  final GreenMailUser desk;
  final GreenMailUser ada;

  /** Speaks these protocols, on ports that are free. */
  Mailboxes(String... protocols) {
    server =
        new GreenMail(
            Arrays.stream(protocols)
                .map(protocol -> new ServerSetup(0, "127.0.0.1", protocol))
                .toArray(ServerSetup[]::new));
    server.start();
    desk = server.setUser(DESK, DESK, SECRET);
    ada = server.setUser(MailDesk.ADA, MailDesk.ADA, "ada");
  }

  /** Sends by SMTP. */
  MailSettings sending(Security security, Login login) {
    int port = security == Security.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
    return sending(new Host("127.0.0.1", port, security), login);
  }

  static MailSettings sending(Host host, Login login) {
    return new MailSettings(OWN, Way.MAIL, login, null, host, Limits.STANDARD);
  }

  /** Reads by IMAP. */
  MailSettings reading(@Nullable LocalDate since, Limits limits) {
    int port = server.getImap().getPort();
    return new MailSettings(
        OWN,
        Way.DRAFTS,
        password(),
        new Inbox(new Host("127.0.0.1", port, Security.NONE), "INBOX", null, since),
        null,
        limits);
  }

  static Login password() {
    return new Login.Password(DESK, "MAIL_PASSWORD");
  }

  static Login token() {
    return new Login.Token(DESK, "MAIL_TOKEN");
  }

  static Connections connections(MailSettings settings) {
    return connections(settings, SECRET);
  }

  static Connections connections(MailSettings settings, String secret) {
    return new Connections(
        settings,
        () -> secret,
        Map.of(
            "mail.smtp.ssl.socketFactory",
            new DummySSLSocketFactory(),
            "mail.smtp.ssl.checkserveridentity",
            "false"));
  }

  @Override
  public void close() {
    server.stop();
  }
}
