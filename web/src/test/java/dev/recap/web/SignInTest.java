package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out. */
class SignInTest {
  @TempDir private static Path folder;
  private static ServedDesk desk;

  @BeforeAll
  static void start() {
    desk = ServedDesk.withPeople(folder);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("none");
  }

  @Test
  void whoIsNotSignedInIsAskedToAndThenTakenWhereTheyWanted() {
    Browser browser = desk.browser();

    var asked = browser.get("/queue?q=lamp");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(location(asked)).isEqualTo("/login?next=%2Fqueue%3Fq%3Dlamp");

    var in =
        browser.post(
            "/login", "name", "Reader", "password", ServedDesk.PASSWORD, "next", "/queue?q=lamp");
    assertThat(location(in)).isEqualTo("/queue?q=lamp");
    assertThat(browser.get("/queue").body()).contains("reader").contains("Sign out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        ""
      })
  void nobodyIsTakenToAnotherSite(String next) {
    var in =
        desk.browser()
            .post("/login", "name", "lead", "password", ServedDesk.PASSWORD, "next", next);

    assertThat(location(in)).isEqualTo("/");
  }

  @Test
  void theBrowserGetsAnotherSecretSoThatAPlantedOneIsWorthNothing() {
    Browser victim = desk.browser();
    victim.get("/login");
    String planted = victim.cookie();

    victim.signIn("lead", ServedDesk.PASSWORD);

    Browser attacker = desk.browser();
    attacker.keep(planted);
    assertThat(victim.cookie()).isNotEqualTo(planted);
    assertThat(victim.get("/").statusCode()).isEqualTo(200);
    assertThat(attacker.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void theCookieIsForTheDeskAlone() {
    var in = desk.browser().signIn("lead", ServedDesk.PASSWORD);

    assertThat(in.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("recap-" + desk.port() + "=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=604800");
  }

  @Test
  void signingOutEndsTheSessionEverywhereItsSecretIs() {
    Browser browser = desk.signedIn("lead");
    Browser copy = desk.browser();
    copy.keep(browser.cookie());

    assertThat(location(browser.post("/logout"))).isEqualTo("/login");

    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    assertThat(copy.get("/").statusCode()).isEqualTo(303);
  }
}
