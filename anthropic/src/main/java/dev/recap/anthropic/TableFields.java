package dev.recap.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One object of a price table; whatever is wrong with a field of it is told by the field's name.
 *
 * @param file stands in front of every message
 * @param at where the object stands in the file, with a point behind; empty for the whole
 */
record TableFields(String file, String at, JsonNode object) {
  /** No model has cost a hundredth of this; a figure above it was meant for another unit. */
  private static final double DEAREST = 10_000;

  /** A misspelt field would otherwise leave a figure out without a word. */
  TableFields knowing(String... fields) {
    Set<String> known = Set.of(fields);
    object
        .fieldNames()
        .forEachRemaining(field -> {
          if (!known.contains(field)) {
            throw new IllegalArgumentException(
                "%s: %s%s is no field of the table; known are %s"
                    .formatted(file, at, field, Stream.of(fields).sorted().toList()));
          }
        });
    return this;
  }

  /** Whether there is a value; a field of a field is named with a point between them. */
  boolean has(String field) {
    JsonNode value = object.at("/" + field.replace('.', '/'));
    return !value.isMissingNode() && !value.isNull();
  }

  List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The field's value where the file has one. */
  <T> T or(T otherwise, String field, Function<String, T> read) {
    return has(field) ? read.apply(field) : otherwise;
  }

  String text(String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "a string that is not blank");
    }
    return value.textValue();
  }

  int tokens(String field, int least) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
      throw wrong(field, "a whole number of tokens, %d or more".formatted(least));
    }
    return value.intValue();
  }

  double price(String field) {
    return number(field, "dollars per million tokens", false);
  }

  double priceOrFree(String field) {
    return number(field, "dollars per million tokens", true);
  }

  double factor(String field) {
    return number(field, "a factor", false);
  }

  private double number(String field, String what, boolean mayBeNone) {
    JsonNode value = object.path(field);
    double number = value.doubleValue();
    if (!value.isNumber() || !(mayBeNone ? number >= 0 : number > 0) || number > DEAREST) {
      throw wrong(
          field,
          "%s, %s and at most 10000".formatted(what, mayBeNone ? "0 or more" : "more than 0"));
    }
    return number;
  }

  boolean flag(String field) {
    if (!object.path(field).isBoolean()) {
      throw wrong(field, "true or false");
    }
    return object.path(field).booleanValue();
  }

  LocalDate day(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeParseException e) {
      throw wrong(field, "a day like 2026-04-27");
    }
  }

  /** A constant, written in small letters. */
  <E extends Enum<E>> E constant(String field, E[] all) {
    return constant(field, object.path(field), all);
  }

  <E extends Enum<E>> List<E> constants(String field, E[] all) {
    List<E> read = new ArrayList<>();
    JsonNode array = array(field, "an array of words");
    for (int i = 0; i < array.size(); i++) {
      read.add(constant(field + "[" + i + "]", array.get(i), all));
    }
    return read;
  }

  private <E extends Enum<E>> E constant(String field, JsonNode value, E[] all) {
    return Stream.of(all)
        .filter(one -> JsonText.word(one).equals(value.textValue()))
        .findFirst()
        .orElseThrow(
            () -> wrong(field, "one of " + Stream.of(all).map(JsonText::word).toList(), value));
  }

  TableFields child(String field) {
    return child(field, object.path(field));
  }

  List<TableFields> children(String field, String what) {
    List<TableFields> read = new ArrayList<>();
    JsonNode array = array(field, what);
    for (int i = 0; i < array.size(); i++) {
      read.add(child(field + "[" + i + "]", array.get(i)));
    }
    return read;
  }

  private TableFields child(String field, JsonNode value) {
    if (!value.isObject()) {
      throw wrong(field, "a JSON object", value);
    }
    return new TableFields(file, at + field + ".", value);
  }

  private JsonNode array(String field, String what) {
    if (!object.path(field).isArray()) {
      throw wrong(field, what);
    }
    return object.path(field);
  }

  IllegalArgumentException wrong(String field, String expected) {
    return wrong(field, expected, object.path(field));
  }

  private IllegalArgumentException wrong(String field, String expected, JsonNode value) {
    return new IllegalArgumentException(
        "%s: %s%s must be %s, but was %s"
            .formatted(
                file,
                at,
                field,
                expected,
                value.isMissingNode() ? "missing" : JsonText.excerpt(value.toString())));
  }
}
