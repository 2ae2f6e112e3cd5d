package dev.recap.web.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has looked at a ticket in the last minute. Bounded, and safe for many threads. */
public final class Viewers {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final Map<Look, Instant> looks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
          return size() > MOST;
        }
      };

  private record Look(int ticket, String person) {}

  public Viewers(InstantSource clock) {
    this.clock = clock;
  }

  /** Somebody looks at a ticket; the others who do, by name. */
  public synchronized List<String> look(int ticket, String person) {
    Instant now = clock.instant();
    looks.put(new Look(ticket, person), now);
    return looks.entrySet().stream()
        .filter(look -> look.getKey().ticket() == ticket)
        .filter(look -> !look.getKey().person().equals(person))
        .filter(look -> look.getValue().plus(FRESH).isAfter(now))
        .map(look -> look.getKey().person())
        .sorted()
        .toList();
  }
}
