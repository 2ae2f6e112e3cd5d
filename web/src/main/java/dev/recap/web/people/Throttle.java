package dev.recap.web.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes who tries passwords wait: a few tries are free, then the wait doubles with each failure, up
 * to a longest one, and an hour without any makes it all forgotten. It remembers only so many, and
 * forgets first who was quiet longest. For any thread.
 */
final class Throttle {
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Limit limit;
  private final InstantSource clock;
  private final Map<String, Failures> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** How many tries are free, and how long one waits at most. */
  record Limit(int free, Duration longest) {}

  private record Failures(int count, Instant last) {}

  Throttle(Limit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** How long this one has to wait before the next try; zero for not at all. */
  synchronized Duration left(String who) {
    Failures failures = current(who);
    if (failures == null || failures.count() < limit.free()) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.count() - limit.free(), 30);
    Duration whole = Duration.ofSeconds(1L << doublings);
    Duration wait = whole.compareTo(limit.longest()) > 0 ? limit.longest() : whole;
    Duration left = Duration.between(clock.instant(), failures.last().plus(wait));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Counts a try as a failure; one that was none is taken back. */
  synchronized void failed(String who) {
    Failures failures = current(who);
    int before = failures == null ? 0 : failures.count();
    remembered.put(who, new Failures(before + 1, clock.instant()));
  }

  /** Takes one failure back. */
  synchronized void takeBack(String who) {
    Failures failures = current(who);
    if (failures != null) {
      remembered.put(who, new Failures(Math.max(0, failures.count() - 1), failures.last()));
    }
  }

  /** Forgets all failures of one. */
  synchronized void forget(String who) {
    remembered.remove(who);
  }

  synchronized int size() {
    return remembered.size();
  }

  private @Nullable Failures current(String who) {
    Failures failures = remembered.get(who);
    return failures == null || failures.last().plus(FORGOTTEN).isBefore(clock.instant())
        ? null
        : failures;
  }
}
