package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Param;
import dev.recap.tool.binding.AnnotatedMethod.Taken;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.tool.schema.CanonicalJson;
import dev.recap.work.WorkItem.Letters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tool's method takes: the schema the model is told, and the way from JSON to values. */
final class Parameters {
  /** What the key of a work item may be in JSON. */
  private static final Set<String> KEYS = Set.of("string", "integer");

  private final String tool;

  /** What the tool's object gave, by the name of the parameter. */
  private final Map<String, ObjectNode> choices = new LinkedHashMap<>();

  /** The names in the order of the method; null for the context of the call. */
  private final List<@Nullable String> order = new ArrayList<>();

  /** Those that the model fills in, by the name it sees. */
  final Map<String, Taken> named = new LinkedHashMap<>();

  private final ObjectNode exact;
  private final ArgumentCheck check;

  /**
   * Judges the parameters.
   *
   * @throws IllegalArgumentException when one cannot be read from JSON, or two have one name
   */
  Parameters(String tool, AnnotatedMethod method) {
    this.tool = tool;
    for (Taken parameter : method.parameters()) {
      boolean isContext = parameter.type.hasRawClass(CallContext.class);
      String name = isContext ? null : Binding.snakeCase(parameter.name());
      order.add(name);
      if (name != null && named.put(name, parameter) != null) {
        throw new IllegalArgumentException(
            "tool '%s' has two parameters named '%s'".formatted(tool, name));
      }
      Param.OneOf oneOf = parameter.annotation(Param.OneOf.class);
      if (name != null && oneOf != null) {
        choices.put(name, choices(name, parameter, method.owner, oneOf));
      }
    }
    this.exact = schema(true);
    this.check = ArgumentCheck.of(tool, exact);
    named.forEach(this::requireKeyOfItem);
  }

  /** What the model is told, or exactly what can be bound. */
  ObjectNode schema(boolean exactly) {
    var types = new TypeSchema(exactly);
    Map<String, ObjectNode> properties = new LinkedHashMap<>();
    named.forEach((name, parameter) -> properties.put(name, describe(name, parameter, types)));
    List<String> required =
        named.keySet().stream()
            .filter(name -> !Binding.isOptional(type(name).getRawClass()))
            .toList();
    ObjectNode all = TypeSchema.object(properties, required);
    return types.definitions.isEmpty() ? all : all.set("$defs", types.definitions);
  }

  private ObjectNode describe(String name, Taken parameter, TypeSchema types) {
    try {
      parameter.requireKnown();
      ObjectNode listed = choices.get(name);
      ObjectNode described = listed == null ? types.ofPresent(parameter.type) : listed.deepCopy();
      Param description = parameter.annotation(Param.class);
      return description == null ? described : described.put("description", description.value());
    } catch (IllegalArgumentException unfit) {
      throw unfit(name, parameter, unfit);
    }
  }

  private ObjectNode choices(String name, Taken parameter, Object owner, Param.OneOf mark) {
    try {
      return DataChoices.schema(owner, mark, parameter.type);
    } catch (IllegalArgumentException unfit) {
      throw unfit(name, parameter, unfit);
    }
  }

  private IllegalArgumentException unfit(String name, Taken parameter, Exception why) {
    return new IllegalArgumentException(
        "tool '%s' cannot take parameter '%s', a %s: %s"
            .formatted(tool, name, parameter.declaredType.getTypeName(), why.getMessage()),
        why);
  }

  private void requireKeyOfItem(String name, Taken parameter) {
    String type = exact.path("properties").path(name).path("type").asText();
    if (parameter.annotation(Item.class) != null && !KEYS.contains(type)) {
      throw new IllegalArgumentException(
          "tool '%s' marks '%s' as @Item, but a key is a text or a whole number, and this is %s"
              .formatted(tool, name, type.isEmpty() ? "of any kind" : "a JSON " + type));
    }
  }

  boolean takesContext() {
    return order.contains(null);
  }

  /**
   * Reads the arguments of a call: a null for what may be left out is left out, and item and keys
   * have their one spelling. What this returns can be bound.
   *
   * @param letters of item and keys
   * @throws IllegalArgumentException when they do not fit, in words for the model
   */
  ObjectNode read(String arguments, Map<String, Letters> letters) {
    ObjectNode given = CanonicalJson.arguments(arguments);
    leaveOutNulls(given, exact);
    check.fitting(CanonicalJson.spelled(given, letters));
    for (String name : named.keySet()) {
      Object bound = value(name, given);
      if (given.has(name) && letters.containsKey(name)) {
        given.set(name, spelled(name, given.get(name), bound));
      }
    }
    return given;
  }

  /**
   * A key as the value that was bound is written, so that values that are equal are one: a UUID in
   * either case, a duration in either unit, a set in any order. As it was given where what is
   * written is not read as the same value.
   */
  private JsonNode spelled(String name, JsonNode given, @Nullable Object bound) {
    try {
      JsonNode plain = CanonicalJson.plain(Binding.JSON.valueToTree(bound));
      if (bound instanceof Set<?> && plain instanceof ArrayNode all) {
        List<JsonNode> sorted = new ArrayList<>();
        all.forEach(sorted::add);
        sorted.sort(Comparator.comparing(CanonicalJson::write));
        plain = all.arrayNode().addAll(sorted);
      }
      return plain.equals(given)
              || Objects.deepEquals(Binding.value(name, plain, type(name)), bound)
          ? plain
          : given;
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
    return order.stream().map(name -> name == null ? context : value(name, arguments)).toArray();
  }

  private @Nullable Object value(String name, JsonNode arguments) {
    JsonNode given = arguments.has(name) ? arguments.get(name) : NullNode.getInstance();
    return Binding.value(name, given, type(name));
  }

  private JavaType type(String name) {
    return Objects.requireNonNull(named.get(name)).type;
  }

  /** Takes the nulls away that stand for what may be left out, at any depth. */
  private void leaveOutNulls(JsonNode value, JsonNode declared) {
    JsonNode fits =
        declared.has("$ref") ? exact.at(declared.get("$ref").asText().substring(1)) : declared;
    if (value.isArray()) {
      value.forEach(one -> leaveOutNulls(one, fits.path("items")));
    }
    if (!value.isObject()) {
      return;
    }
    JsonNode shape = variant(value, fits);
    JsonNode known = shape.path("properties");
    Set<String> required = new HashSet<>();
    shape.path("required").forEach(name -> required.add(name.asText()));
    value
        .properties()
        .removeIf(field ->
            field.getValue().isNull()
                && known.has(field.getKey())
                && !required.contains(field.getKey()));
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode inner = known.path(field.getKey());
      leaveOutNulls(
          field.getValue(), inner.isMissingNode() ? shape.path("additionalProperties") : inner);
    }
  }

  /** Of a type that may be one of several, the one whose constant the value has. */
  private static JsonNode variant(JsonNode value, JsonNode schema) {
    for (JsonNode one : schema.path("anyOf")) {
      for (Map.Entry<String, JsonNode> mark : one.path("properties").properties()) {
        if (mark.getValue().path("const").equals(value.get(mark.getKey()))) {
          return one;
        }
      }
    }
    return schema;
  }
}
