package dev.recap.simulator.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.agent.SchemaExample;
import dev.recap.simulator.reader.JsonIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the input of a call: as the user wrote it; otherwise each required field from the user's
 * words, from a field of that name in an earlier result, or from the schema. A field that may be
 * left out is given where the words name it.
 */
final class Inputs {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode schema;
  private final SchemaExample example;
  private final List<String> results;

  /**
   * For the tool with this schema.
   *
   * @param results of the calls so far, in order
   */
  Inputs(JsonNode schema, List<String> results) {
    this.schema = schema;
    this.example = new SchemaExample(schema);
    this.results = results;
  }

  ObjectNode of(NamedCall call) {
    return call.written().orElseGet(() -> made(call));
  }

  /** The one required field that any text fits, if exactly one is. */
  Optional<String> onlyText() {
    return only(fields("string"));
  }

  private List<String> fields(String type) {
    List<String> fields = new ArrayList<>();
    for (JsonNode name : schema.path("required")) {
      JsonNode field = field(name.asText());
      boolean free = field.path("enum").isEmpty() && !field.has("const");
      if (free && SchemaExample.type(field).equals(type)) {
        fields.add(name.asText());
      }
    }
    return fields;
  }

  private JsonNode field(String name) {
    return example.resolved(schema.path("properties").path(name));
  }

  private static <T> Optional<T> only(List<T> all) {
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private ObjectNode made(NamedCall call) {
    ObjectNode input = NODES.objectNode();
    if (!call.value().isEmpty()) {
      onlyText().ifPresent(name -> input.put(name, call.value()));
    }
    schema.path("properties").fieldNames().forEachRemaining(name -> said(call, name, input));
    only(missing("string", input))
        .ifPresent(name ->
            only(SpokenValues.texts(call.words())).ifPresent(value -> input.put(name, value)));
    for (String type : List.of("integer", "number")) {
      only(missing(type, input))
          .ifPresent(name ->
              only(SpokenValues.numbers(call.words()))
                  .flatMap(number -> fitting(field(name), number))
                  .ifPresent(number -> input.set(name, number)));
    }
    for (JsonNode name : schema.path("required")) {
      if (!input.has(name.asText())) {
        input.set(name.asText(), resulting(name.asText()).orElseGet(() -> invented(name)));
      }
    }
    return inOrder(input);
  }

  /** The fields in the order of the schema, so that a reader finds them where they are declared. */
  private ObjectNode inOrder(ObjectNode input) {
    ObjectNode ordered = NODES.objectNode();
    for (String name : (Iterable<String>) schema.path("properties")::fieldNames) {
      if (input.has(name)) {
        ordered.set(name, input.get(name));
      }
    }
    return ordered.size() == input.size() ? ordered : input;
  }

  private List<String> missing(String type, ObjectNode input) {
    return fields(type).stream().filter(name -> !input.has(name)).toList();
  }

  private JsonNode invented(JsonNode name) {
    return example.value(schema.path("properties").path(name.asText()));
  }

  /** Takes a field's value from the words: one that is allowed, or what follows its name. */
  private void said(NamedCall call, String name, ObjectNode input) {
    JsonNode field = field(name);
    for (JsonNode allowed : field.path("enum")) {
      if (!input.has(name) && SpokenValues.stands(call.words(), allowed.asText())) {
        input.set(name, allowed);
      }
    }
    if (field.path("enum").isEmpty() && !input.has(name)) {
      fitting(field, SpokenValues.named(call.words(), name))
          .ifPresent(value -> input.set(name, value));
    }
  }

  private static Optional<JsonNode> fitting(JsonNode field, String said) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    boolean numeric = SpokenValues.numbers(said).equals(List.of(said));
    return switch (SchemaExample.type(field)) {
      case "string" -> Optional.of(NODES.textNode(said));
      case "integer" ->
          numeric && said.indexOf('.') < 0
              ? Optional.of(NODES.numberNode(Long.parseLong(said)))
              : Optional.empty();
      case "number" ->
          numeric ? Optional.of(NODES.numberNode(new BigDecimal(said))) : Optional.empty();
      case "boolean" ->
          said.equals("true") || said.equals("false")
              ? Optional.of(NODES.booleanNode(said.equals("true")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What the newest result with a field of that name and type says. */
  private Optional<JsonNode> resulting(String name) {
    for (String result : results.reversed()) {
      for (JsonNode object : JsonIn.of(result).objects()) {
        JsonNode found = object.findValue(name);
        if (found != null
            && fitting(field(name), found.asText()).filter(found::equals).isPresent()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }
}
