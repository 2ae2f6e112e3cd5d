package dev.recap.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who has to wait, how long, and how much is remembered. */
class ThrottleTest {
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Throttle throttle =
      new Throttle(new Throttle.Limit(2, Duration.ofSeconds(10)), clock);

  private void fail(String who, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(who);
    }
  }

  @Test
  void theWaitDoublesUpToTheLongest() {
    fail("a", 1);
    assertThat(throttle.left("a")).isZero();
    fail("a", 1);
    assertThat(throttle.left("a")).hasSeconds(1);
    fail("a", 1);
    assertThat(throttle.left("a")).hasSeconds(2);
    fail("a", 2);
    assertThat(throttle.left("a")).hasSeconds(8);
    fail("a", 100);
    assertThat(throttle.left("a")).hasSeconds(10);
  }

  @Test
  void waitingIsAllThatIsNeeded() {
    fail("a", 3);
    clock.advance(Duration.ofSeconds(2));

    assertThat(throttle.left("a")).isZero();
  }

  @Test
  void anHourWithoutFailureForgetsThemAll() {
    fail("a", 50);
    clock.advance(Duration.ofMinutes(61));
    fail("a", 1);

    assertThat(throttle.left("a")).isZero();
  }

  @Test
  void oneDoesNotWaitForAnother() {
    fail("a", 50);

    assertThat(throttle.left("b")).isZero();
  }

  @Test
  void aFailureCanBeTakenBack() {
    fail("a", 2);
    throttle.takeBack("a");

    assertThat(throttle.left("a")).isZero();
  }

  @Test
  void onlySoManyAreRememberedAndTheBusyOnesStay() {
    fail("a", 5);
    for (int i = 0; i < 30_000; i++) {
      throttle.failed("other" + i);
      assertThat(throttle.left("a")).isPositive();
    }

    assertThat(throttle.size()).isEqualTo(10_000);
  }
}
