package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.route.Access;
import dev.recap.web.route.FilePart;
import dev.recap.web.route.Section;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too large, damaged, or look for what is none of their business. */
class HostileRequestTest {
  private static final int MOST_BYTES = 200_000;
  private static final Section ECHO =
      routes ->
          routes
              .upload(
                  "/take",
                  Access.READER,
                  MOST_BYTES,
                  visit -> {
                    String note = visit.form().optional("note").orElse("-");
                    String file =
                        visit.file("file").map(HostileRequestTest::told).orElse("no file");
                    visit.send(
                        200, "text/plain", (note + "|" + file).getBytes(StandardCharsets.UTF_8));
                  })
              .page(
                  "/page",
                  Access.READER,
                  visit ->
                      visit.send(
                          200,
                          "text/plain",
                          String.valueOf(visit.query().number("n", 1, 1, 9))
                              .getBytes(StandardCharsets.UTF_8)))
              .page(
                  "/broken",
                  Access.READER,
                  visit -> {
                    throw new IllegalStateException("the secret is 12345");
                  });

  @TempDir private static Path folder;
  private static ServedDesk desk;
  private static Browser browser;

  @BeforeAll
  static void start() {
    desk = ServedDesk.in(folder, ECHO);
    browser = desk.browser();
    browser.get("/");
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String told(FilePart file) {
    try (InputStream in = file.content().open()) {
      return file.name() + ":" + file.bytes() + ":" + in.readAllBytes().length;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> send(String type, String body) {
    return browser.send(
        browser
            .request("/take", "Content-Type", type, "X-CSRF-Token", browser.token())
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
  }

  private static HttpResponse<String> form(String body) {
    return send("application/x-www-form-urlencoded", body);
  }

  private static HttpResponse<String> multipart(String body) {
    return send("multipart/form-data; boundary=xx", body);
  }

  private static String part(String disposition, String content) {
    return "--xx\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(disposition, content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../desk.db",
        "/assets/..%2fdesk.db",
        "/assets/%2e%2e/desk.db",
        "/assets/%2e%2e%2fdesk.db",
        "/assets/..%5cdesk.db",
        "/assets/....//desk.db",
        "/assets/..;/desk.db",
        "/assets/%252e%252e%252fdesk.db",
        "/assets/desk.css%00",
        "/assets/",
        "/assets/desk.css",
        "/assets//etc/passwd",
        "/desk.db",
        "/META-INF/MANIFEST.MF",
        "/dev/recap/web/assets/desk.css",
        "//etc/passwd",
        "/WEB-INF/web.xml"
      })
  void nothingIsServedThatIsNotOnTheList(String path) {
    String answer =
        Wire.send(desk.port(), "GET " + path + " HTTP/1.1", "Host: " + desk.authority());

    assertThat(Wire.status(answer)).isIn(400, 404);
    assertThat(answer).doesNotContain("SQLite", "root:", "webjars");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithoutBeingRead() {
    var answer = form("note=" + "x".repeat(MOST_BYTES));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("200,000 bytes");
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsReadNoFurtherThanAllowed() {
    byte[] chunk = "x".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    var chunks = java.util.Collections.nCopies(10, chunk);

    var answer =
        browser.send(
            browser
                .request(
                    "/take",
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "X-CSRF-Token",
                    browser.token())
                .POST(HttpRequest.BodyPublishers.ofByteArrays(chunks)));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aPageTakesNoBody() {
    String answer =
        Wire.sendText(
            desk.port(),
            "GET / HTTP/1.1\r\nHost: %s\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
                .formatted(desk.authority()));

    assertThat(Wire.status(answer)).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"note=%", "note=%4", "note=%zz", "note=%ff%fe", "%c3%28=1", "note=\u00ff"})
  void aDamagedFormIsRefused(String body) {
    assertThat(form(body).statusCode()).isEqualTo(400);
  }

  @Test
  void aFormWithTooManyFieldsIsRefused() {
    assertThat(form("a=1&".repeat(2_500)).statusCode()).isEqualTo(413);
  }

  @Test
  void aFormWithAFileIsRead() {
    var answer =
        multipart(
            part("name=\"note\"", "hello")
                + part("name=\"file\"; filename=\"../../etc/cron.d/x.csv\"", "a,b\n1,2\n")
                + "--xx--\r\n");

    assertThat(answer.body()).isEqualTo("hello|x.csv:8:8");
  }

  @Test
  void aLargeFileIsReadFromDisk() {
    var answer =
        multipart(
            part("name=\"file\"; filename=\"C:\\big.csv\"", "y".repeat(150_000)) + "--xx--\r\n");

    assertThat(answer.body()).isEqualTo("-|big.csv:150000:150000");
  }

  @Test
  void aFormWithTooLargeAFileIsRefused() {
    var answer =
        multipart(
            part("name=\"file\"; filename=\"big.csv\"", "y".repeat(MOST_BYTES)) + "--xx--\r\n");

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no parts at all", "--xx", "--xx\r\nContent-Disposition: nonsense"})
  void aDamagedFormWithFilesIsRefused(String body) {
    assertThat(multipart(body).statusCode()).isEqualTo(400);
  }

  @Test
  void aFormWithFilesAndTooManyPartsIsRefused() {
    assertThat(multipart(part("name=\"a\"", "1").repeat(2_500) + "--xx--\r\n").statusCode())
        .isIn(400, 413);
  }

  @Test
  void filesAreRefusedWhereNoneAreTaken() {
    var answer =
        browser.send(
            browser
                .request(
                    "/agent/stop",
                    "Content-Type",
                    "multipart/form-data; boundary=xx",
                    "X-CSRF-Token",
                    browser.token())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        part("name=\"a\"; filename=\"b\"", "c") + "--xx--\r\n")));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n=0", "n=10", "n=one", "n=99999999999999999999", "n=1.5", "n=-1"})
  void aNumberOutOfRangeIsRefusedByName(String query) {
    var answer = browser.get("/page?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("n is '").contains("from 1 to 9");
  }

  @Test
  void aQueryThatIsTooLongIsRefused() {
    assertThat(browser.get("/page?q=" + "x".repeat(5_000)).statusCode()).isEqualTo(413);
    assertThat(browser.get("/page?q=" + "x".repeat(50_000)).statusCode()).isIn(414, 431);
  }

  @Test
  void aFailureTellsANumberAndNothingElse() {
    var answer = browser.get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("the log tells more at number")
        .doesNotContain("12345", "IllegalState", "at dev.recap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "FOO", "OPTIONS"})
  void otherMethodsAreNotServed(String method) {
    String answer = Wire.send(desk.port(), method + " / HTTP/1.1", "Host: " + desk.authority());

    assertThat(Wire.status(answer)).isIn(400, 404, 405, 501);
    assertThat(answer).doesNotContain("csrf", "Access-Control");
  }
}
