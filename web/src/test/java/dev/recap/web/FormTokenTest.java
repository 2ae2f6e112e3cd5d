package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.route.Method;
import dev.recap.web.route.Route;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No form is taken that was not made for the browser that sends it. */
class FormTokenTest {
  @TempDir private static Path folder;
  @TempDir private static Path another;
  private static ServedDesk desk;
  private static ServedDesk withPeople;

  @BeforeAll
  static void start() {
    desk = ServedDesk.in(folder);
    withPeople = ServedDesk.withPeople(another);
  }

  @AfterAll
  static void stop() {
    desk.close();
    withPeople.close();
  }

  private static List<Route> forms() {
    return desk.routes().stream()
        .filter(route -> route.method() == Method.POST && !route.forPrograms())
        .toList();
  }

  @Test
  void everyFormIsRefusedWithoutItsToken() {
    assertThat(forms())
        .isNotEmpty()
        .allSatisfy(route -> {
          String path = route.path().replaceAll("\\{\\w+}", "1");
          Browser browser = desk.browser();
          browser.get("/");

          assertThat(browser.postBare(path).statusCode()).as(path).isEqualTo(403);
          assertThat(browser.postBare(path, "csrf", "").statusCode()).as(path).isEqualTo(403);
          assertThat(browser.postBare(path, "csrf", "AAAA").statusCode()).as(path).isEqualTo(403);
        });
  }

  @Test
  void anotherBrowsersTokenIsNoGood() {
    Browser victim = desk.browser();
    victim.get("/");
    String own = desk.browser().token();

    assertThat(victim.postBare("/agent/stop", "csrf", own).statusCode()).isEqualTo(403);
    assertThat(victim.post("/agent/stop").statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenInTheAddressIsNoGood() {
    Browser browser = desk.browser();
    String token = browser.token();

    assertThat(browser.postBare("/agent/stop?csrf=" + token).statusCode()).isEqualTo(403);
  }

  @Test
  void aHeaderDoesAsWellAsAField() {
    Browser browser = desk.browser();

    var answer =
        browser.send(
            browser
                .request("/agent/stop", "X-CSRF-Token", browser.token())
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void theTokenFromBeforeSigningInIsWorthNothingAfterwards() {
    Browser browser = withPeople.browser();
    String before = browser.token();
    browser.signIn("lead", ServedDesk.PASSWORD);

    assertThat(browser.postBare("/agent/stop", "csrf", before).statusCode()).isEqualTo(403);
    assertThat(browser.post("/agent/stop").statusCode()).isEqualTo(303);
  }

  @Test
  void nobodyIsSignedInByAForeignPage() {
    var answer =
        withPeople.browser().postBare("/login", "name", "lead", "password", ServedDesk.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(403);
  }
}
