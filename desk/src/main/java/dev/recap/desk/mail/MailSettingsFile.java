package dev.recap.desk.mail;

import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import dev.recap.desk.mail.MailSettings.Own;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code mail.properties}; {@code docs/mail.md} has its keys. */
public final class MailSettingsFile {
  /** Its name in the data folder. */
  public static final String NAME = "mail.properties";

  private static final Set<String> SECRETS =
      Set.of("password", "token", "oauth.refresh-token", "oauth.client-secret");
  private static final Set<String> KEYS =
      Set.of(
          "address",
          "name",
          "reply-address",
          "list-id",
          "way",
          "user",
          "password-env",
          "token-env",
          "oauth.token-url",
          "oauth.client-id",
          "oauth.scope",
          "oauth.client-secret-env",
          "oauth.refresh-token-env",
          "imap.host",
          "imap.port",
          "imap.security",
          "imap.folder",
          "imap.drafts",
          "imap.since",
          "smtp.host",
          "smtp.port",
          "smtp.security",
          "mails-an-hour",
          "mail-megabytes",
          "attachment-megabytes");
  private static final int IMAPS = 993;
  private static final int IMAP = 143;
  private static final int SMTPS = 465;
  private static final int SUBMISSION = 587;
  private static final int MEGABYTE = 1_000_000;

  private final Properties properties;

  private MailSettingsFile(Properties properties) {
    this.properties = properties;
  }

  /**
   * The settings in a data folder; empty when there is no such file.
   *
   * @throws IllegalArgumentException naming the file and the key
   */
  public static Optional<MailSettings> in(Path folder) {
    return SettingsFile.read(folder.resolve(NAME), MailSettingsFile::read);
  }

  /**
   * The settings that these properties describe.
   *
   * @throws IllegalArgumentException naming the key
   */
  public static MailSettings read(Properties properties) {
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (SECRETS.contains(key)) {
        throw new IllegalArgumentException(
            "%s stands in the file, but secrets do not belong there: %s-env names a variable"
                .formatted(key, key));
      }
    }
    SettingsFile.refuseOthers(properties, KEYS);
    return new MailSettingsFile(properties).settings();
  }

  private MailSettings settings() {
    var own = new Own(need("address"), find("name"), find("reply-address"), find("list-id"));
    Host smtp = find("smtp.host") == null ? null : host("smtp", SMTPS, SUBMISSION);
    return new MailSettings(
        own,
        Optional.ofNullable(find("way")).map(Way::of).orElse(Way.DRAFTS),
        login(own),
        inbox(),
        smtp,
        limits());
  }

  private @Nullable Inbox inbox() {
    if (find("imap.host") == null) {
      return null;
    }
    String folder = find("imap.folder");
    return new Inbox(
        host("imap", IMAPS, IMAP),
        folder == null ? "INBOX" : folder,
        find("imap.drafts"),
        find("imap.since") == null
            ? null
            : parsed("imap.since", "a date such as 2026-11-30", LocalDate::parse));
  }

  private Host host(String protocol, int tlsPort, int plainPort) {
    String name = find(protocol + ".security");
    Security security =
        name == null ? Security.TLS : Labels.find(Security.class, protocol + ".security", name);
    int port =
        find(protocol + ".port") == null
            ? security == Security.TLS ? tlsPort : plainPort
            : parsed(protocol + ".port", "a number", Integer::parseInt);
    return new Host(need(protocol + ".host"), port, security);
  }

  private Login login(Own own) {
    String user = find("user") == null ? own.address() : need("user");
    if (find("password-env") != null) {
      return new Login.Password(user, need("password-env"));
    }
    if (find("token-env") != null) {
      return new Login.Token(user, need("token-env"));
    }
    if (find("oauth.token-url") != null) {
      return new Login.TokenService(
          user,
          new Login.Grant(
              parsed("oauth.token-url", "an address", URI::create),
              need("oauth.client-id"),
              find("oauth.scope"),
              find("oauth.client-secret-env"),
              find("oauth.refresh-token-env")));
    }
    throw new IllegalArgumentException(
        "one of password-env, token-env and oauth.token-url was expected, but none is set");
  }

  private Limits limits() {
    Limits standard = Limits.STANDARD;
    return new Limits(
        number("mails-an-hour", standard.mailsAnHour(), 1),
        number("mail-megabytes", standard.mailBytes(), MEGABYTE),
        number("attachment-megabytes", standard.attachmentBytes(), MEGABYTE));
  }

  private int number(String key, int standard, int unit) {
    return find(key) == null
        ? standard
        : parsed(key, "a number", text -> Math.multiplyExact(Integer.parseInt(text), unit));
  }

  private <T> T parsed(String key, String expected, Function<String, T> parser) {
    String text = need(key);
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s was '%s', but %s was expected".formatted(key, text, expected), e);
    }
  }

  private @Nullable String find(String key) {
    String text = properties.getProperty(key);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private String need(String key) {
    String text = find(key);
    if (text == null) {
      throw new IllegalArgumentException("%s is missing".formatted(key));
    }
    return text;
  }
}
