package dev.recap.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.work.Effect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tool for each type that a Java developer would take; each gives back what it was given. */
public final class Takes {

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

  record Line(String sku, int count, Optional<String> note) {}

  record Order(
      UUID id,
      List<Line> lines,
      Map<Team, Integer> shares,
      OptionalInt priority,
      @JsonProperty("due_on") Optional<LocalDate> dueOn) {}

  record Tree(String name, List<Tree> children) {}

  record Page<T>(List<T> items, int number) {}

  record Money(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Money {
      if (!text.matches("[0-9]+ EUR")) {
        throw new IllegalArgumentException("money is such as '10 EUR'");
      }
    }
  }

  sealed interface Payment {}

  record Card(String number) implements Payment {}

  record Transfer(String iban, Optional<String> note) implements Payment {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  interface Shape {}

  record Circle(double radius) implements Shape {}

  record Square(int side) implements Shape {}

  /** A bean with a property that has a value of its own. */
  public static final class Filter {
    private String word = "";
    private int limit = 10;

    public String getWord() {
      return word;
    }

    public void setWord(String word) {
      this.word = word;
    }

    public int getLimit() {
      return limit;
    }

    public void setLimit(int limit) {
      this.limit = limit;
    }
  }

  /** A class whose constructor says what it needs. */
  public static final class Range {
    public final int from;
    public final int to;

    @JsonCreator
    public Range(@JsonProperty("from") int from, @JsonProperty("to") int to) {
      this.from = from;
      this.to = to;
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
  public Object bytes(byte[] value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object ints(int[] value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object words(String... value) {
    return Arrays.asList(value);
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object matrix(double[][] value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object lines(List<Line> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object some(Collection<? extends Number> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object teams(Set<Team> value) {
    return value;
  }

  @SuppressWarnings("rawtypes")
  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object rawList(List value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object map(Map<String, Integer> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object byTeam(EnumMap<Team, List<String>> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object byNumber(Map<Integer, String> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object byDay(Map<LocalDate, Line> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object anything(Map<String, Object> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object object(Object value) {
    return Map.of("got", value);
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object node(JsonNode value) {
    return Map.of("got", value);
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object objectNode(ObjectNode value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object arrayNode(ArrayNode value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object order(Order value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object tree(Tree value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object page(Page<Line> value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object money(Money value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object payment(Payment value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object shapes(List<Shape> value) {
    return value.stream().map(Object::toString).toList();
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object filter(Filter value) {
    return value;
  }

  @Tool(value = GIVES, effect = Effect.READ_ONLY)
  public Object range(Range value) {
    return value;
  }

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
  public @Nullable Object maybe(Optional<Line> value) {
    return value.orElse(null);
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
