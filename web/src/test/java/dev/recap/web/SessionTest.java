package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody stays signed in. */
class SessionTest {
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
}
