package dev.recap.lab.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in a line of a trace together with its place, so that whatever is wrong with it can be
 * told.
 *
 * @param path such as {@code messages[3].content[0].id}; empty for the whole line
 */
record TraceField(String path, JsonNode value) {

  /** A field of this object, missing or not. */
  TraceField at(String name) {
    return new TraceField(path.isEmpty() ? name : path + "." + name, value.path(name));
  }

  /** The elements of this array. */
  List<TraceField> elements() {
    if (!value.isArray()) {
      throw wrong("an array");
    }
    List<TraceField> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      elements.add(new TraceField(path + "[" + i + "]", value.get(i)));
    }
    return elements;
  }

  /** A text, which must be there. */
  String text() {
    if (!value.isTextual()) {
      throw wrong("a text");
    }
    return value.asText();
  }

  /** A text, or nothing at all, which is the empty one. */
  String textOrNone() {
    return value.isMissingNode() || value.isNull() ? "" : text();
  }

  /** What to throw, with the value as far as it is short. */
  IllegalArgumentException wrong(String expected) {
    String shown = value.isMissingNode() ? "missing" : value.toString();
    String brief = shown.length() > 60 ? shown.substring(0, 60) + "..." : shown;
    return new IllegalArgumentException(
        "field %s must be %s, but is %s"
            .formatted(path.isEmpty() ? "(the line)" : path, expected, brief));
  }
}
