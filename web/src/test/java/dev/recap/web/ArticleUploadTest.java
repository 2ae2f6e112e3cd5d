package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.knowledge.Library;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that are sent as files, as a browser sends them. */
class ArticleUploadTest {
  private static final String MARK = "xxMARKxx";

  @TempDir private Path folder;
  private ServedDesk desk;
  private Browser lead;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
    lead = desk.signedIn("lead");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Library library() {
    return desk.desk().work().knowledge().library();
  }

  private record Sent(String name, String content) {}

  private HttpResponse<String> send(Browser browser, Sent... files) {
    var body = new StringBuilder();
    part(body, "name=\"csrf\"", browser.token());
    for (Sent file : files) {
      part(body, "name=\"file\"; filename=\"%s\"".formatted(file.name()), file.content());
    }
    body.append("--").append(MARK).append("--\r\n");
    String type = "multipart/form-data; boundary=" + MARK;
    return browser.send(
        browser
            .request("/knowledge/upload", "Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static void part(StringBuilder body, String named, String content) {
    body.append("--").append(MARK).append("\r\nContent-Disposition: form-data; ");
    body.append(named).append("\r\n\r\n").append(content).append("\r\n");
  }

  @Test
  void filesAreTakenInTogether() {
    HttpResponse<String> sent =
        send(
            lead,
            new Sent("../../etc/hum.md", "# Humming\n\nUnscrew it."),
            new Sent("late.html", "<h1>Late</h1><p>It comes.</p><script>alert(1)</script>"),
            new Sent("more.csv", "id,title,text\nkb-1,Returns,Send it back.\n"));

    assertThat(sent.headers().firstValue("Location")).contains("/knowledge");
    assertThat(Jsoup.parse(lead.get("/knowledge").body()).text())
        .contains("3 new articles, 0 new versions, 0 as they were", "3 articles, 3 never used");
    assertThat(library().now())
        .extracting(one -> one.article().id())
        .containsExactly("hum", "late", "kb-1");
    assertThat(library().now().get(1).article().text()).doesNotContain("alert");
  }

  @Test
  void filesOfWhichOneIsBadAreRefusedAllTogetherWithTheReason() {
    HttpResponse<String> sent =
        send(lead, new Sent("good.md", "Text."), new Sent("<b>bad.pdf", "Text."));

    assertThat(sent.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(sent.body()).select("[role=alert]").text())
        .contains("Nothing was taken in.", "<b>bad.pdf: the name ends in 'pdf'");
    assertThat(library().isEmpty()).isTrue();
    assertThat(send(lead).statusCode()).isEqualTo(400);
  }

  @Test
  void filesThatAreTooLargeAreRefused() {
    assertThat(send(lead, new Sent("large.md", "x".repeat(9 << 20))).body())
        .contains("large.md: has more than 8,388,608 bytes");
    assertThat(send(lead, new Sent("huge.md", "x".repeat(33 << 20))).statusCode()).isEqualTo(413);
    assertThat(library().isEmpty()).isTrue();
  }

  @Test
  void areTakenFromALeadAlone() {
    assertThat(send(desk.signedIn("reviewer"), new Sent("a.md", "Text.")).statusCode())
        .isEqualTo(403);
    assertThat(library().isEmpty()).isTrue();
  }
}
