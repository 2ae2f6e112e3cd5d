package dev.recap.web.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the tables have them: whole seconds, so that their order as text is their order. */
final class Times {
  private Times() {}

  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
