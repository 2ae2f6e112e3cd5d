package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.TakesStructures.Order;
import dev.recap.tool.TakesStructures.Page;
import dev.recap.tool.TakesStructures.Payment;
import dev.recap.tool.TakesStructures.Shape;
import dev.recap.tool.TakesStructures.Tree;
import dev.recap.tool.TakesValues.Team;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.Effect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A value made from a tool's schema binds, and what binds is valid. */
class ParameterPropertiesTest {

  record Everything(
      short small,
      Optional<List<Payment>> payments,
      Map<UUID, Set<Team>> byId,
      Instant at,
      LocalTime time,
      ZoneId zone,
      Currency currency,
      Optional<Everything> more) {}

  /** Tools that take types within types. */
  public static final class Palette {
    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String orders(Order order, OptionalInt times, List<Tree> trees) {
      return order + " " + times + trees;
    }

    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String pages(Page<Page<Shape>> pages, Map<Team, Map<String, BigDecimal>> shares) {
      return pages + " " + shares;
    }

    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String everything(Optional<Everything> all, Payment[] payments, BigInteger... numbers) {
      return all + " " + payments.length + numbers.length;
    }

    @Tool(value = "Takes.", effect = Effect.READ_ONLY)
    public String free(
        Object any, Map<LocalDate, Object> byDay, LocalDateTime when, JsonNode node) {
      return any + " " + byDay + when + node;
    }
  }

  private static final Tools TOOLS =
      Tools.of(new TakesValues(), new TakesTimes(), new TakesStructures(), new Palette());
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Property(tries = 200)
  void aValueMadeFromTheSchemaBinds(@ForAll long seed) {
    var random = new Random(seed);
    var spec = TOOLS.specs().get(random.nextInt(TOOLS.specs().size()));
    JsonNode schema = CanonicalJson.read(spec.inputSchema());
    JsonNode arguments = new Maker(random, schema).value(schema, 0);
    var call = Fixture.prepared(TOOLS, spec.name(), arguments.toString());

    // Of what the model is not told, only money's author has more to say.
    if (!spec.name().equals("money")) {
      assertThat(Fixture.complaint(TOOLS, call.call()))
          .as("%s %s", spec.name(), arguments)
          .isEmpty();
      assertThat(TOOLS.runAll(List.of(call)).getFirst().text()).doesNotContain("was not called");
    }
  }

  /**
   * Whatever becomes of the value: what was accepted is called, and fits what the model is told.
   */
  @Property(tries = 200)
  void whatBindsIsValid(@ForAll long seed) {
    var random = new Random(seed);
    var spec = TOOLS.specs().get(random.nextInt(TOOLS.specs().size()));
    JsonNode schema = CanonicalJson.read(spec.inputSchema());
    JsonNode arguments = mutated(new Maker(random, schema).value(schema, 0), random);
    var call = Fixture.prepared(TOOLS, spec.name(), arguments.toString());
    boolean fits = Fixture.complaint(TOOLS, call.call()).isEmpty();

    if (fits) {
      assertThat(TOOLS.runAll(List.of(call)).getFirst().text())
          .as("%s %s", spec.name(), arguments)
          .doesNotContain("was not called");
      // Without nulls, which stand for what is absent, what binds fits the schema as it is told.
      assertThatCode(() -> ArgumentCheck.of("t", schema).fitting(withoutNulls(arguments)))
          .as("%s %s", spec.name(), arguments)
          .doesNotThrowAnyException();
    }
  }

  private static JsonNode withoutNulls(JsonNode value) {
    if (value.isObject()) {
      ObjectNode all = JSON.objectNode();
      value.properties().stream()
          .filter(one -> !one.getValue().isNull())
          .forEach(one -> all.set(one.getKey(), withoutNulls(one.getValue())));
      return all;
    }
    if (value.isArray()) {
      ArrayNode all = JSON.arrayNode();
      value.forEach(one -> all.add(withoutNulls(one)));
      return all;
    }
    return value;
  }

  /** The value with one place of it changed. */
  private static JsonNode mutated(JsonNode value, Random random) {
    if (value.isObject() && !value.isEmpty() && random.nextInt(8) > 0) {
      ObjectNode copy = value.deepCopy();
      List<String> names = new ArrayList<>();
      copy.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> copy.remove(name);
        case 1 -> copy.set(name + "x", copy.get(name));
        default -> copy.set(name, mutated(copy.get(name), random));
      }
      return copy;
    }
    if (value.isArray() && !value.isEmpty() && random.nextInt(8) > 0) {
      ArrayNode copy = value.deepCopy();
      int at = random.nextInt(copy.size());
      copy.set(at, mutated(copy.get(at), random));
      return copy;
    }
    return switch (random.nextInt(10)) {
      case 0 -> NullNode.getInstance();
      case 1 -> JSON.textNode(value.asText());
      case 2 -> JSON.textNode("");
      case 3 -> JSON.numberNode(random.nextInt());
      case 4 -> JSON.numberNode(random.nextLong());
      case 5 -> JSON.numberNode(1.7);
      case 6 -> JSON.booleanNode(true);
      case 7 -> JSON.arrayNode().add(value);
      case 8 -> JSON.objectNode().set("a", value);
      default -> JSON.textNode(value.asText() + " ");
    };
  }

  /** Makes values that a schema describes, as a model would. */
  private record Maker(Random random, JsonNode root) {

    JsonNode value(JsonNode schema, int depth) {
      if (schema.has("$ref")) {
        return value(root.at(schema.get("$ref").asText().substring(1)), depth);
      }
      for (String choice : List.of("enum", "anyOf")) {
        if (schema.has(choice)) {
          JsonNode one = schema.get(choice).get(random.nextInt(schema.get(choice).size()));
          return choice.equals("enum") ? one : value(one, depth);
        }
      }
      if (schema.has("const")) {
        return schema.get("const");
      }
      return switch (schema.path("type").asText()) {
        case "object" -> object(schema, depth);
        case "array" -> array(schema, depth);
        case "string" -> JSON.textNode(text(schema));
        case "integer" ->
            JSON.numberNode(
                schema.has("maximum")
                    ? random.nextInt(schema.get("minimum").asInt(), schema.get("maximum").asInt())
                    : random.nextInt());
        case "number" -> JSON.numberNode(random.nextInt() / 100.0);
        case "boolean" -> JSON.booleanNode(random.nextBoolean());
        default -> random.nextBoolean() ? JSON.textNode("any") : JSON.objectNode().put("a", 1.5);
      };
    }

    private JsonNode object(JsonNode schema, int depth) {
      ObjectNode made = JSON.objectNode();
      for (var property : schema.path("properties").properties()) {
        boolean required =
            schema.path("required").toString().contains("\"" + property.getKey() + "\"");
        if (required || (depth < 6 && random.nextBoolean())) {
          made.set(property.getKey(), value(property.getValue(), depth + 1));
        } else if (random.nextInt(4) == 0) {
          made.putNull(property.getKey());
        }
      }
      if (schema.path("additionalProperties").isObject()) {
        for (int i = random.nextInt(3); i > 0; i--) {
          String name = schema.has("propertyNames") ? text(schema.get("propertyNames")) : "k" + i;
          made.set(name, value(schema.get("additionalProperties"), depth + 1));
        }
      }
      return made;
    }

    private JsonNode array(JsonNode schema, int depth) {
      ArrayNode made = JSON.arrayNode();
      for (int i = depth < 6 ? random.nextInt(4) : 0; i > 0; i--) {
        JsonNode one = value(schema.path("items"), depth + 1);
        boolean again = schema.has("uniqueItems") && made.toString().contains(one.toString());
        if (!again) {
          made.add(one);
        }
      }
      return made;
    }

    private String text(JsonNode schema) {
      Instant at = Instant.ofEpochSecond(random.nextInt());
      String local = at.toString().replace("Z", "");
      return switch (schema.path("format").asText()) {
        case "date" -> local.substring(0, 10);
        case "date-time" -> at + "";
        case "date-time-local" -> local;
        case "time-local" -> local.substring(11);
        case "time" -> at.truncatedTo(ChronoUnit.SECONDS).toString().substring(11);
        case "duration" -> "P" + random.nextInt(1000) + "D";
        case "time-zone" -> List.of("Europe/Berlin", "UTC", "+02:00").get(random.nextInt(3));
        case "currency" -> List.of("EUR", "USD", "JPY").get(random.nextInt(3));
        case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
        case "uri" -> "https://example.org/" + random.nextInt();
        default -> plain(schema);
      };
    }

    private String plain(JsonNode schema) {
      if (schema.has("contentEncoding")) {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return java.util.Base64.getEncoder().encodeToString(bytes);
      }
      if (schema.has("pattern")) {
        String pattern = schema.get("pattern").asText();
        return pattern.startsWith("^(0|")
            ? "" + random.nextInt(1000)
            : pattern.startsWith("^[A-Z") ? "de-DE" : "2026-11";
      }
      return List.of("a", "\u00e9", " ", "5", "<").get(random.nextInt(5));
    }
  }
}
