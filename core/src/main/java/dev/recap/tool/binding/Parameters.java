package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Param;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.binding.AnnotatedMethod.Taken;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.tool.schema.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a tool's method takes: the schema the model is told, and the way from JSON to values. */
final class Parameters {
  private final String tool;
  private final List<Taken> taken;

  private final Map<String, Taken> named = new LinkedHashMap<>();

  private final ObjectNode schema;
  private final ObjectNode exact;
  private final ArgumentCheck check;

  /**
   * Judges the parameters.
   *
   * @throws IllegalArgumentException when one cannot be read from JSON, or two have one name
   */
  Parameters(String tool, AnnotatedMethod method) {
    this.tool = tool;
    this.taken = method.parameters();
    for (Taken parameter : taken) {
      if (!isContext(parameter) && named.put(nameOf(parameter), parameter) != null) {
        throw new IllegalArgumentException(
            "tool '%s' has two parameters named '%s'".formatted(tool, nameOf(parameter)));
      }
    }
    this.schema = schema(false);
    this.exact = schema(true);
    this.check = ArgumentCheck.of(tool, exact);
    named.forEach((name, parameter) -> {
      if (parameter.annotation(Item.class) != null) {
        requireKey(name);
      }
    });
  }

  private static boolean isContext(Taken parameter) {
    return parameter.type().hasRawClass(CallContext.class);
  }

  /** The name the model sees: a parameter's own in snake_case. */
  private static String nameOf(Taken parameter) {
    return BoundTool.snakeCase(parameter.name());
  }

  private ObjectNode schema(boolean exactly) {
    var types = new TypeSchema(exactly);
    ObjectNode all = Binding.JSON.createObjectNode().put("type", "object");
    ObjectNode properties = all.putObject("properties");
    ArrayNode required = Binding.JSON.createArrayNode();
    named.forEach((name, parameter) -> {
      properties.set(name, describe(name, parameter, types));
      if (!Binding.isOptional(parameter.type().getRawClass())) {
        required.add(name);
      }
    });
    if (!required.isEmpty()) {
      all.set("required", required);
    }
    all.put("additionalProperties", false);
    return types.definitions().isEmpty() ? all : all.set("$defs", types.definitions());
  }

  private ObjectNode describe(String name, Taken parameter, TypeSchema types) {
    try {
      parameter.requireKnown();
      ObjectNode described = types.ofPresent(parameter.type());
      Param description = parameter.annotation(Param.class);
      return description == null ? described : described.put("description", description.value());
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "tool '%s' cannot take parameter '%s', a %s: %s"
              .formatted(tool, name, parameter.declaredType().getTypeName(), unfit.getMessage()),
          unfit);
    }
  }

  private void requireKey(String name) {
    String type = exact.path("properties").path(name).path("type").asText();
    if (!type.equals("string") && !type.equals("integer")) {
      throw new IllegalArgumentException(
          "tool '%s' marks '%s' as @Item, but a key is a text or a whole number, and this is %s"
              .formatted(tool, name, type.isEmpty() ? "of any kind" : "a JSON " + type));
    }
  }

  /** What the model is told. */
  ObjectNode schema() {
    return schema;
  }

  /** Those that the model fills in, by the name it sees. */
  Map<String, Taken> named() {
    return named;
  }

  boolean takesContext() {
    return named.size() < taken.size();
  }

  /**
   * Reads the arguments of a call: a null for what may be left out is left out, and item and keys
   * have their one spelling. What this returns can be bound.
   *
   * @throws IllegalArgumentException when they do not fit, in words for the model
   */
  JsonNode read(String arguments, UnaryOperator<JsonNode> spelling, Identity identity) {
    JsonNode given = check.fitting(spelling.apply(present(check.parse(arguments), exact)));
    try {
      named.forEach((name, parameter) -> {
        Object bound = value(name, parameter.type(), given);
        if (given.has(name) && (identity.keys().contains(name) || name.equals(identity.item()))) {
          ((ObjectNode) given).set(name, spelled(name, given.get(name), bound, parameter.type()));
        }
      });
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "%s was not called: %s".formatted(tool, unfit.getMessage()), unfit);
    }
    return given;
  }

  /**
   * A key as the value that was bound is written, so that values that are equal are one: a UUID in
   * either case, a duration in either unit, a set in any order. As it was given where what is
   * written is not read as the same value.
   */
  private static JsonNode spelled(
      String name, JsonNode given, @Nullable Object bound, JavaType type) {
    try {
      JsonNode plain = CanonicalJson.plain(Binding.JSON.valueToTree(bound));
      if (bound instanceof Set<?> && plain instanceof ArrayNode all) {
        List<JsonNode> sorted = new ArrayList<>();
        all.forEach(sorted::add);
        sorted.sort(Comparator.comparing(CanonicalJson::write));
        plain = Binding.JSON.createArrayNode().addAll(sorted);
      }
      return Objects.deepEquals(Binding.value(name, plain, type), bound) ? plain : given;
    } catch (IllegalArgumentException unwritable) {
      return given;
    }
  }

  /**
   * The values to call the method with.
   *
   * @param arguments as {@link #read} gave them
   * @throws IllegalArgumentException when they do not fit, with the field, the value and why
   */
  @Nullable Object[] bind(JsonNode arguments, CallContext context) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Taken parameter : taken) {
      values.add(
          isContext(parameter) ? context : value(nameOf(parameter), parameter.type(), arguments));
    }
    return values.toArray();
  }

  private static @Nullable Object value(String name, JavaType type, JsonNode arguments) {
    JsonNode given = arguments.path(name);
    return Binding.value(name, given.isMissingNode() ? NullNode.getInstance() : given, type);
  }

  /** The value without the nulls that stand for what may be left out, at any depth. */
  private JsonNode present(JsonNode value, JsonNode declared) {
    JsonNode fits =
        declared.has("$ref") ? exact.at(declared.get("$ref").asText().substring(1)) : declared;
    if (value.isArray()) {
      ArrayNode all = Binding.JSON.createArrayNode();
      value.forEach(one -> all.add(present(one, fits.path("items"))));
      return all;
    }
    if (!value.isObject()) {
      return value;
    }
    JsonNode shape = variant(value, fits);
    ObjectNode all = Binding.JSON.createObjectNode();
    value
        .properties()
        .forEach(field -> {
          JsonNode known = shape.path("properties").path(field.getKey());
          if (!field.getValue().isNull()
              || known.isMissingNode()
              || requires(shape, field.getKey())) {
            JsonNode inner = known.isMissingNode() ? shape.path("additionalProperties") : known;
            all.set(field.getKey(), present(field.getValue(), inner));
          }
        });
    return all;
  }

  private static boolean requires(JsonNode schema, String name) {
    return all(schema.path("required")).anyMatch(one -> one.asText().equals(name));
  }

  private static Stream<JsonNode> all(JsonNode of) {
    return StreamSupport.stream(of.spliterator(), false);
  }

  /** Of a type that may be one of several, the one whose constant the value has. */
  private static JsonNode variant(JsonNode value, JsonNode schema) {
    return all(schema.path("anyOf"))
        .filter(one ->
            one.path("properties").properties().stream()
                .filter(property -> property.getValue().has("const"))
                .anyMatch(property ->
                    property.getValue().get("const").equals(value.get(property.getKey()))))
        .findFirst()
        .orElse(schema);
  }
}
