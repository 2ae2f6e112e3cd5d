package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and sites that the desk does not answer to, also on this machine. */
class HostAndOriginTest {
  @TempDir private static Path folder;
  private static ServedDesk desk;

  @BeforeAll
  static void start() {
    desk = ServedDesk.in(folder);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String get(String host, String... headers) {
    String[] lines = new String[headers.length + 2];
    lines[0] = "GET / HTTP/1.1";
    lines[1] = "Host: " + host;
    System.arraycopy(headers, 0, lines, 2, headers.length);
    return Wire.send(desk.port(), lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
  void answersUnderTheNamesOfThisMachine(String name) {
    assertThat(Wire.status(get(name + ":" + desk.port()))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "127.0.0.1.evil.example:PORT",
        "localhost.evil.example:PORT",
        "localhost",
        "127.0.0.1:1",
        "localhost:PORT0",
        "127.0.0.2:PORT",
        "0.0.0.0:PORT"
      })
  void refusesAForeignHostEvenWhereItLeadsHere(String host) {
    String answer = get(host.replace("PORT", String.valueOf(desk.port())));

    assertThat(Wire.status(answer)).isIn(400, 421);
    assertThat(answer).doesNotContain("csrf");
  }

  @Test
  void refusesARequestWithoutAHost() {
    String answer = Wire.sendText(desk.port(), "GET / HTTP/1.0\r\n\r\n");

    assertThat(Wire.status(answer)).isIn(400, 421);
    assertThat(answer).doesNotContain("csrf");
  }

  @Test
  void refusesAForeignNameInTheRequestLineToo() {
    String answer =
        Wire.send(desk.port(), "GET http://evil.example/ HTTP/1.1", "Host: " + desk.authority());

    assertThat(Wire.status(answer)).isIn(400, 421);
    assertThat(answer).doesNotContain("csrf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost:PORT.evil.example",
        "null",
        ""
      })
  void refusesAFormFromAForeignSiteWhateverItCarries(String origin) {
    Browser browser = desk.browser();
    String token = browser.token();

    var answer =
        browser.send(
            browser
                .request(
                    "/agent/stop",
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Origin",
                    origin.replace("PORT", String.valueOf(desk.port())))
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + token)));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("another site");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void refusesAFormThatTheBrowserSaysIsForeign(String site) {
    Browser browser = desk.browser();

    var answer =
        browser.send(
            browser
                .request("/agent/stop", "Sec-Fetch-Site", site, "X-CSRF-Token", browser.token())
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void takesAFormFromItsOwnPages() {
    Browser browser = desk.browser();

    var answer =
        browser.send(
            browser
                .request(
                    "/agent/stop",
                    "Origin",
                    "http://" + desk.authority(),
                    "Sec-Fetch-Site",
                    "same-origin",
                    "X-CSRF-Token",
                    browser.token())
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void withoutAccountsRefusesWhatAProxyPassesOn() {
    var answer = desk.browser().get("/", "X-Forwarded-For", "203.0.113.7");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("needs accounts").doesNotContain("csrf\" value");
  }

  @Test
  void behindAProxyAnswersUnderItsPublicNameAndKeepsCookiesToHttps(@TempDir Path other) {
    try (ServedDesk open = ServedDesk.behindProxy(other, URI.create("https://desk.example.org"))) {
      String answer = Wire.send(open.port(), "GET /login HTTP/1.1", "Host: desk.example.org");

      assertThat(Wire.status(answer)).isEqualTo(200);
      assertThat(answer).contains("Set-Cookie: __Host-recap=").contains("; Secure");
      assertThat(Wire.status(Wire.send(open.port(), "GET / HTTP/1.1", "Host: evil.example")))
          .isEqualTo(421);
    }
  }
}
