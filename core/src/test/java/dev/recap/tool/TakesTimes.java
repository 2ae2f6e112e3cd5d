package dev.recap.tool;

import dev.recap.work.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/** One tool for each type of a time or a date; each gives back what it was given. */
public final class TakesTimes {

  private static final String GIVES = "Gives back what it takes.";

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object date(LocalDate value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object instant(Instant value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object offset(OffsetDateTime value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object zoned(ZonedDateTime value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object local(LocalDateTime value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object time(LocalTime value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object duration(Duration value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object period(Period value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object month(YearMonth value) {
    return value;
  }
}
