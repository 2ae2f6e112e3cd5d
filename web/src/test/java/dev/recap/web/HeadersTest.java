package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.assets.Assets;
import dev.recap.web.route.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to browsers, and what a page may hold. */
class HeadersTest {
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

  private static List<String> pages() {
    return desk.routes().stream()
        .filter(route -> route.method() == Method.GET && !route.forPrograms())
        .map(route -> route.path().replaceAll("\\{\\w+}", "1"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/nothing/here", "/assets/none", "/agent/stop"})
  void everyAnswerIsGuarded(String path) {
    var headers = desk.browser().get(path).headers();

    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    assertThat(headers.firstValue("referrer-policy")).hasValue("same-origin");
    assertThat(headers.firstValue("cache-control")).hasValue("no-store");
    assertThat(headers.firstValue("server")).isEmpty();
  }

  @Test
  void soIsARequestThatDoesNotEvenReachARoute() {
    String answer = Wire.send(desk.port(), "GET /%2e%2e/x HTTP/1.1", "Host: " + desk.authority());

    assertThat(Wire.status(answer)).isEqualTo(400);
    assertThat(answer)
        .contains("Content-Security-Policy: default-src 'none'", "nosniff")
        .doesNotContain("Jetty", "org.eclipse");
  }

  @Test
  void noPageHoldsScriptOrStyleOfItsOwn() {
    assertThat(pages())
        .hasSizeGreaterThan(8)
        .allSatisfy(path -> {
          String html = desk.browser().get(path).body();
          assertThat(html)
              .as(path)
              .doesNotContainPattern("<script(?![^>]* src=)")
              .doesNotContain("<style", "javascript:")
              .doesNotContainPattern("<[^>]+ (style|on\\w+)=");
        });
  }

  @Test
  void everyPageHasALanguageATitleLandmarksAndOneHeading() {
    assertThat(pages())
        .allSatisfy(path -> {
          var answer = desk.browser().get(path);
          if (answer.statusCode() == 200) {
            assertThat(answer.body())
                .as(path)
                .contains("<html lang=\"en\">", "<main id=\"main\"", "href=\"#main\"")
                .containsPattern("<title>\\S.* · Recap</title>")
                .containsOnlyOnce("<h1");
          }
        });
  }

  @Test
  void thePageOneIsOnIsMarkedInTheNavigation() {
    assertThat(desk.browser().get("/queue").body())
        .contains("<a href=\"/queue\" aria-current=\"page\">Queue</a>")
        .containsOnlyOnce("aria-current");
  }

  @ParameterizedTest
  @ValueSource(strings = {"desk.css", "desk.js", "icon.svg"})
  void filesMayBeKeptForEverBecauseTheirNameChangesWithThem(String name) {
    var file = desk.browser().get(Assets.url(name));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    assertThat(file.headers().firstValue("content-type").orElseThrow())
        .startsWith(
            name.endsWith("css")
                ? "text/css"
                : name.endsWith("js") ? "text/javascript" : "image/svg+xml");
  }
}
