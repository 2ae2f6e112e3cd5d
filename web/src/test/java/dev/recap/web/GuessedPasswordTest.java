package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.web.people.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who guesses passwords learns, and how they are made to wait. */
class GuessedPasswordTest {
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
    String[] guess = {"name", "lead", "password", "guess", "csrf", browser.token()};
    int tried = 0;
    for (int second = 0; second < 600; second++) {
      if (browser.postBare("/login", guess).statusCode() == 401) {
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
