package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.people.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, and who guesses. */
class SignInTest {
  @TempDir private Path folder;
  private ServedDesk desk;

  @BeforeEach
  void start() {
    desk = ServedDesk.withPeople(folder);
  }

  @AfterEach
  void stop() {
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

  @Test
  void aSessionEndsAfterADayWithoutUseAndAfterAWeekInAnyCase() {
    Browser idle = desk.signedIn("lead");
    Browser busy = desk.signedIn("lead");

    for (int hours = 0; hours < 25; hours += 5) {
      desk.clock.advance(Duration.ofHours(5));
      assertThat(busy.get("/").statusCode()).isEqualTo(200);
    }
    assertThat(idle.get("/").statusCode()).isEqualTo(303);

    for (int days = 1; days < 6; days++) {
      desk.clock.advance(Duration.ofHours(23));
      assertThat(busy.get("/").statusCode()).as("day %d", days + 1).isEqualTo(200);
    }
    desk.clock.advance(Duration.ofHours(23));
    desk.clock.advance(Duration.ofHours(6));
    assertThat(busy.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void whoIsDisabledIsOutAtOnceAndComesInNoMore() {
    Browser browser = desk.signedIn("reviewer");

    desk.desk().accounts().people().disable("reviewer");

    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    assertThat(browser.signIn("reviewer", ServedDesk.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void anotherPasswordEndsTheSessionsThatTheOldOneBegan() {
    Browser browser = desk.signedIn("reviewer");

    desk.desk()
        .accounts()
        .people()
        .changePassword("reviewer", ServedDesk.PASSWORDS.keep("another password"));

    assertThat(browser.get("/").statusCode()).isEqualTo(303);
    assertThat(browser.signIn("reviewer", ServedDesk.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(browser.signIn("reviewer", "another password").statusCode()).isEqualTo(303);
  }

  @Nested
  class WhoGuesses {
    @Test
    void learnsNothingOfWhichNamesThereAre() {
      var unknown = desk.browser().signIn("nobody", "wrong password here");
      var known = desk.browser().signIn("lead", "wrong password here");

      assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(401);
      assertThat(unknown.body()).contains("nobody of this name with this password");
      assertThat(known.body()).contains("nobody of this name with this password");
    }

    @Test
    void waitsAfterFiveTriesAtANameEvenWithTheRightPassword() {
      Browser browser = desk.browser();
      for (int i = 0; i < 5; i++) {
        assertThat(browser.signIn("lead", "guess number " + i).statusCode()).isEqualTo(401);
      }

      var refused = browser.signIn("LEAD", ServedDesk.PASSWORD);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
      assertThat(refused.body()).contains("Too many tries");

      desk.clock.advance(Duration.ofSeconds(2));
      assertThat(browser.signIn("lead", ServedDesk.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void waitsLongerEachTime() {
      Browser browser = desk.browser();
      int tried = 0;
      for (int second = 0; second < 600; second++) {
        if (browser.signIn("lead", "guess").statusCode() == 401) {
          tried++;
        }
        desk.clock.advance(Duration.ofSeconds(1));
      }

      assertThat(tried).as("tries in ten minutes").isBetween(6, 15);
    }

    @Test
    void waitsAlsoWhenEachTryIsAtAnotherName() {
      Browser browser = desk.browser();
      for (int i = 0; i < 20; i++) {
        desk.add("person" + i, Role.READER);
        assertThat(browser.signIn("person" + i, "guess").statusCode()).isEqualTo(401);
      }

      assertThat(browser.signIn("lead", ServedDesk.PASSWORD).statusCode()).isEqualTo(429);
    }
  }
}
