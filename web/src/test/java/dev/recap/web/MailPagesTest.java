package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.shift.Models;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came by mail: files on tickets, and mails that were put aside. */
class MailPagesTest {
  private static final String PARKED =
      "From: Ada <ada@example.com>\r\nTo: desk@example.org\r\nSubject: Hum\r\n"
          + "Message-ID: <1@example.com>\r\n\r\nIt <b>hums</b>.\r\n";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    // Nobody listens there: the mailbox cannot be read, and the page says so.
    Files.writeString(
        folder.resolve("mail.properties"),
        """
        address = desk@example.org
        password-env = PATH
        imap.host = 127.0.0.1
        imap.port = 9
        imap.security = none
        """);
    desk = ServedDesk.with(Models.NONE, folder);
    browser = desk.browser();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void says(String sql, Object... values) {
    desk.desk().tickets().besides(handle -> handle.execute(sql, values));
  }

  @Test
  void aFileIsSavedUnderItsNameAndNeverShownAsWhatItSays() {
    desk.ticket("TICKET-1", "The lamp hums", "It hums all day.");
    String insert =
        "insert into attachment (ticket, name, type, size, sha256, content) values (1, ?, ?, 3, 'x', ?)";
    says(insert, "größe 1.html", "text/html", new byte[] {'<', 'b', '>'});
    says(insert, "film.mp4", "video/mp4", null);

    assertThat(browser.get("/tickets/1").body())
        .contains("größe 1.html", "text/html, 3 bytes", "in the mailbox only");
    HttpResponse<String> file = browser.get("/tickets/1/files/1");
    assertThat(file.body()).isEqualTo("<b>");
    assertThat(file.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/octet-stream");
    assertThat(file.headers().firstValue("content-disposition"))
        .contains("attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe%201.html");
    assertThat(browser.get("/tickets/1/files/2").statusCode()).isEqualTo(404);
    assertThat(browser.get("/tickets/1/files/9").statusCode()).isEqualTo(404);
    assertThat(browser.get("/tickets/1/files/../1").statusCode()).isNotEqualTo(200);
  }

  @Test
  void aMailThatWasPutAsideIsLetInOnce() {
    says(
        "insert into mail_taken (mail_id, digest, became, sender, at, full_text) values"
            + " ('<1@example.com>', 'x', 'parked', 'ada@example.com', '2026-11-30T08:00:00Z', '')");
    says(
        "insert into parked_mail (mail_id, sender, subject, text, reason, at, raw) values"
            + " ('<1@example.com>', 'ada@example.com', 'Hum', 'It <b>hums</b>.', 'too many mails',"
            + " '2026-11-30T08:00:00Z', ?)",
        (Object) PARKED.getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    assertThat(browser.get("/connections").body())
        .contains("too many mails", "It &lt;b&gt;hums&lt;/b&gt;.");
    assertThat(browser.post("/parked/1/release").statusCode()).isEqualTo(303);
    assertThat(browser.get("/connections").body()).contains("It has come in.");
    assertThat(browser.get("/queue").body()).contains("Hum");
    browser.post("/parked/1/release");
    assertThat(browser.get("/connections").body()).contains("was released by");
    assertThat(browser.post("/parked/x/release").statusCode()).isEqualTo(404);
  }
}
