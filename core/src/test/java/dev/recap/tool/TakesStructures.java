package dev.recap.tool;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.TakesValues.Team;
import dev.recap.work.Effect;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tool for each type that has parts or an author; each gives back what it was given. */
public final class TakesStructures {

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
  public @Nullable Object maybe(Optional<Line> value) {
    return value.orElse(null);
  }
}
