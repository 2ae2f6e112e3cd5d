package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.mail.MailSettings.Inbox;
import dev.recap.desk.mail.MailSettings.Limits;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsFileTest {
  private static final String LEAST =
      """
      address = help@desk.example
      password-env = MAIL_PASSWORD
      imap.host = imap.desk.example
      """;

  @TempDir Path folder;

  private static MailSettings read(String text) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    return MailSettingsFile.read(properties);
  }

  @Test
  void needsLittleAndThenReadsOnlyAndLaysDrafts() throws IOException {
    MailSettings settings = read(LEAST);

    assertThat(settings.way()).isEqualTo(Way.DRAFTS);
    assertThat(settings.login())
        .isEqualTo(new Login.Password("help@desk.example", "MAIL_PASSWORD"));
    assertThat(settings.inbox())
        .isEqualTo(
            new Inbox(new Host("imap.desk.example", 993, Security.TLS), "INBOX", null, null));
    assertThat(settings.smtp()).isNull();
    assertThat(settings.limits()).isEqualTo(Limits.STANDARD);
  }

  @Test
  void canSayEverything() throws IOException {
    MailSettings settings =
        read(
            """
            address = Help@Desk.example
            name = The desk
            reply-address = help+{token}@desk.example
            list-id = help.desk.example
            way = mail
            user = desk
            oauth.token-url = https://login.example/token
            oauth.client-id = me
            oauth.scope = mail offline
            oauth.client-secret-env = SECRET
            oauth.refresh-token-env = REFRESH
            imap.host = localhost
            imap.security = none
            imap.folder = Support
            imap.drafts = Entwürfe
            imap.since = 2026-11-01
            smtp.host = smtp.desk.example
            smtp.security = starttls
            mails-an-hour = 5
            mail-megabytes = 2
            attachment-megabytes = 0
            """);

    assertThat(settings.own().address()).isEqualTo("Help@desk.example");
    assertThat(settings.own().domain()).isEqualTo("desk.example");
    assertThat(settings.inbox())
        .isEqualTo(
            new Inbox(
                new Host("localhost", 143, Security.NONE),
                "Support",
                "Entwürfe",
                LocalDate.of(2026, 11, 1)));
    assertThat(settings.smtp()).isEqualTo(new Host("smtp.desk.example", 587, Security.STARTTLS));
    assertThat(settings.limits()).isEqualTo(new Limits(5, 2_000_000, 0));
    assertThat(settings.login())
        .isInstanceOfSatisfying(
            Login.TokenService.class,
            service -> assertThat(service.grant().refreshTokenEnv()).isEqualTo("REFRESH"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "password = hunter2 | password stands in the file, but secrets do not belong there",
        "imap.hots = x | 'imap.hots' is no setting",
        "address = help | address was 'help', but one address",
        "way = post | way was 'post', but one of [mail, drafts, note, reply] was expected",
        "way = mail | way was 'mail', but smtp.host is missing",
        "way = note | way was 'note', but 'mail' or 'drafts' was expected",
        "imap.port = many | imap.port was 'many', but a number was expected",
        "imap.port = 70000 | port was 70000, but 1 to 65535 was expected",
        "imap.security = some | imap.security was 'some', but one of [tls, starttls, none]",
        "imap.security = none | security was 'none' for imap.desk.example",
        "imap.since = yesterday | imap.since was 'yesterday', but a date such as 2026-11-30",
        "reply-address = help@desk.example | but an address with {token} in it was expected",
        "mails-an-hour = 0 | mails-an-hour was 0, but at least 1",
        "mail-megabytes = 5000 | mail-megabytes was '5000', but a number was expected",
        "mail-megabytes = 500 | but at most 100,000,000 were expected",
      })
  void saysWhichKeyIsWrong(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(LEAST + line))
        .withMessageContaining(message)
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "http://login.example/token | oauth.token-url was 'http://login.example/token', but an https",
        "https://login.example/token | oauth.refresh-token-env or oauth.client-secret-env",
      })
  void wantsATokenServiceThatCanBeTrusted(String url, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            read(
                """
                address = help@desk.example
                imap.host = imap.desk.example
                oauth.client-id = me
                oauth.token-url = %s
                """
                    .formatted(url)))
        .withMessageContaining(message);
  }

  @Test
  void wantsAWayToLogIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("address = help@desk.example"))
        .withMessage(
            "one of password-env, token-env and oauth.token-url was expected, but none is set");
  }

  @Test
  void standsInTheDataFolder() throws IOException {
    assertThat(MailSettingsFile.in(folder)).isEmpty();

    Files.writeString(folder.resolve("mail.properties"), LEAST);
    assertThat(MailSettingsFile.in(folder)).isPresent();

    Files.writeString(folder.resolve("mail.properties"), LEAST + "x = y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailSettingsFile.in(folder))
        .withMessageContaining("mail.properties: 'x' is no setting");
  }
}
