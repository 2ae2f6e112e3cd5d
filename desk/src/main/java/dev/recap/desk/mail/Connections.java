package dev.recap.desk.mail;

import jakarta.mail.Session;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * How the two mail servers are reached: protected as the settings say, the server's name compared
 * with its certificate, with time limits for every step.
 */
final class Connections {
  private static final String CONNECT_MILLIS = "15000";
  private static final String READ_MILLIS = "60000";

  private final MailSettings settings;
  private final Supplier<String> secret;
  private final Map<String, ?> more;

  Connections(MailSettings settings, Secrets secrets, InstantSource clock) {
    this(settings, secret(settings.login(), secrets, clock), Map.of());
  }

  /**
   * @param secret the password, or an access token
   * @param more properties of the mail library, which go before ours: for servers in tests
   */
  Connections(MailSettings settings, Supplier<String> secret, Map<String, ?> more) {
    this.settings = settings;
    this.secret = secret;
    this.more = Map.copyOf(more);
  }

  private static Supplier<String> secret(Login login, Secrets secrets, InstantSource clock) {
    return switch (login) {
      case Login.Password password -> () -> secrets.get(password.passwordEnv());
      case Login.Token token -> () -> secrets.get(token.tokenEnv());
      case Login.TokenService service -> new AccessTokens(service.grant(), secrets, clock);
    };
  }

  MailSettings settings() {
    return settings;
  }

  String user() {
    return settings.login().user();
  }

  /**
   * The password, or a fresh access token.
   *
   * @throws IllegalStateException when there is none
   */
  String secret() {
    return secret.get();
  }

  /** What a connection by a protocol, {@code imap} or {@code smtp}, begins with. */
  Session session(String protocol, Host host) {
    var properties = new Properties();
    String mail = "mail." + protocol + ".";
    properties.put("mail.store.protocol", "imap");
    properties.put("mail.transport.protocol", "smtp");
    properties.put(mail + "host", host.name());
    properties.put(mail + "port", Integer.toString(host.port()));
    properties.put(mail + "connectiontimeout", CONNECT_MILLIS);
    properties.put(mail + "timeout", READ_MILLIS);
    properties.put(mail + "writetimeout", READ_MILLIS);
    properties.put(mail + "auth", "true");
    properties.put(
        mail + "auth.mechanisms",
        settings.login() instanceof Login.Password ? "PLAIN LOGIN" : "XOAUTH2");
    switch (host.security()) {
      case TLS -> properties.put(mail + "ssl.enable", "true");
      case STARTTLS -> {
        properties.put(mail + "starttls.enable", "true");
        properties.put(mail + "starttls.required", "true");
      }
      case NONE -> {}
    }
    properties.put(mail + "ssl.checkserveridentity", "true");
    // Without peeking, reading a message would mark it as read.
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.fetchsize", Integer.toString(1 << 20));
    properties.putAll(more);
    return Session.getInstance(properties);
  }
}
