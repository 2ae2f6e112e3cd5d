package dev.recap.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.recap.work.Effect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** One tool for each type of one value; each gives back what it was given. */
public final class TakesValues {

  enum Team {
    @JsonProperty("billing-team")
    BILLING,
    TECH
  }

  enum Level {
    LOW(1),
    HIGH(2);

    private final int number;

    Level(int number) {
      this.number = number;
    }

    @JsonValue
    int number() {
      return number;
    }
  }

  private static final String GIVES = "Gives back what it takes.";

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object text(String value) {
    return Map.of("got", value);
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object character(char value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object flag(boolean value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object oneByte(byte value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object whole(int value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object longer(Long value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object big(BigInteger value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object share(double value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object amount(BigDecimal value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object team(Team value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object level(Level value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object weekday(DayOfWeek value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object zone(ZoneId value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object currency(Currency value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object language(Locale value) {
    return Map.of("got", value.toLanguageTag());
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object uuid(UUID value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object uri(URI value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object url(URL value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object maybeInt(OptionalInt value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object maybeLong(OptionalLong value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object maybeDouble(OptionalDouble value) {
    return value;
  }
}
