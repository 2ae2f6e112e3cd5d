package dev.recap.web.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub by itself: bounds, and what becomes of a slow reader. */
class EventsTest {
  private final Events events = new Events("life");

  private static List<String> waiting(Subscription subscription) throws InterruptedException {
    List<String> told = new ArrayList<>();
    for (Optional<Event> next = subscription.next(Duration.ZERO);
        next.isPresent();
        next = subscription.next(Duration.ZERO)) {
      told.add(next.get().topic() + " " + next.get().json());
    }
    return told;
  }

  private Subscription listening(String lastId) {
    return events.subscribe(Set.of(), lastId).orElseThrow();
  }

  @Test
  void whoReadsTooSlowlyIsToldToLoadAgainAndGoesOnFromThere() throws InterruptedException {
    Subscription slow = listening(null);
    for (int i = 1; i <= 257; i++) {
      events.publish("queue", String.valueOf(i));
    }
    events.publish("queue", "after");

    assertThat(waiting(slow)).containsExactly("reset {}", "queue after");
  }

  @Test
  void whoMissedMoreThanIsKeptIsToldToLoadAgain() throws InterruptedException {
    events.publish("queue", "first");
    for (int i = 1; i <= 1_000; i++) {
      events.publish("queue", String.valueOf(i));
    }

    assertThat(waiting(listening("life-1"))).containsExactly("reset {}");
  }

  @Test
  void whoMissedNothingIsToldNothing() throws InterruptedException {
    events.publish("queue", "1");

    assertThat(waiting(listening("life-1"))).isEmpty();
    assertThat(waiting(listening(null))).isEmpty();
  }

  @Test
  void onlySoManyListen() {
    List<Subscription> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(listening(null));
    }

    assertThat(events.subscribe(Set.of(), null)).isEmpty();
    all.getFirst().close();
    assertThat(events.subscribe(Set.of(), null)).isPresent();
  }

  @Test
  void nobodyListensToAClosedHub() {
    events.close();

    assertThat(events.subscribe(Set.of(), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "reset"})
  void aTopicIsOneWord(String topic) {
    assertThatThrownBy(() -> events.publish(topic, "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("topic is '" + topic + "'");
  }
}
