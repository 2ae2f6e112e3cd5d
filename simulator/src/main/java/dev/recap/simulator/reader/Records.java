package dev.recap.simulator.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.reader.Mark.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON: the values of items in it, and its shape as indented lines, so that states by key are
 * read as they are in text. Strings that are neither a name, a state nor a known value are left
 * out: they are what others wrote.
 */
final class Records {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final List<String> NAMES =
      List.of("tool", "step", "name", "action", "task", "todo", "content");
  private static final List<String> STATES = List.of("state", "status", "done", "completed");
  private static final int DEEPEST = 40;

  private final Vocabulary vocabulary;
  private final StringBuilder lines = new StringBuilder();

  private Records(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The values in an object; {@code about} is the item it is about unless it names one itself. */
  static List<Statement> facts(JsonNode object, Optional<Integer> about, Vocabulary vocabulary) {
    List<Statement> facts = new ArrayList<>();
    facts(object, about, vocabulary, facts, 0);
    return facts;
  }

  private static void facts(
      JsonNode node,
      Optional<Integer> about,
      Vocabulary vocabulary,
      List<Statement> facts,
      int depth) {
    Optional<Integer> item = vocabulary.item(node).or(() -> about);
    String part = vocabulary.part(node);
    for (FieldWords field : vocabulary.fields()) {
      node.properties().stream()
          .filter(one -> field.keys().matcher(one.getKey()).matches())
          .map(Map.Entry::getValue)
          .filter(value -> value.isValueNode() && !value.isNull() && !field.name().isEmpty())
          .map(JsonNode::asText)
          .filter(value -> field.values().matcher(value).matches())
          .forEach(value ->
              item.ifPresent(n -> facts.add(new Statement.Fact(n, part, field.name(), value))));
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && depth < DEEPEST) {
        facts(child, item, vocabulary, facts, depth + 1);
      }
    }
  }

  /** The shape of an object as lines. */
  static String outline(JsonNode object, Vocabulary vocabulary) {
    Records records = new Records(vocabulary);
    records.object(object, 0);
    return records.lines.toString();
  }

  private void line(int depth, String words) {
    lines.append("  ".repeat(depth)).append(words).append('\n');
  }

  private void object(JsonNode object, int depth) {
    int inner = depth;
    var item = vocabulary.item(object);
    String part = vocabulary.part(object);
    if (item.isPresent()) {
      line(inner++, vocabulary.named(item.get()) + ":");
    }
    if (!part.isEmpty()) {
      line(inner++, part + ":");
    }
    String step = step(object);
    if (!step.isEmpty()) {
      line(inner, "- " + step);
      return;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (depth < DEEPEST) {
        field(words(field.getKey()), field.getValue(), inner);
      }
    }
  }

  /** "{tool: draft_response, state: done}" in one line, empty if an object is not of that shape. */
  private String step(JsonNode object) {
    for (String name : NAMES) {
      String step = object.path(name).asText();
      for (String state : STATES) {
        if (object.path(state).isValueNode() && oneStep(step)) {
          Matcher item = vocabulary.names().name().matcher(step);
          String about = item.find() ? item.group() + ": " : "";
          return about + item.replaceAll("") + ": " + value("", object.path(state));
        }
      }
    }
    return "";
  }

  private boolean oneStep(String words) {
    return Signs.steps(Signs.of(words, vocabulary), vocabulary).size() == 1
        && words.length() < 40
        && Mark.in(words) == Polarity.NONE;
  }

  private void field(String key, JsonNode value, int depth) {
    if (value.isObject() && !value.isEmpty()) {
      line(depth, key + ":");
      object(value, depth + 1);
    } else if (value.isArray() && !value.isEmpty()) {
      line(depth, key + ":");
      value.forEach(element -> element(element, depth + 1));
    } else if (value.isValueNode()) {
      boolean listed = Mark.heading(key, vocabulary).said();
      String shown = listed && shown(value) ? value.asText() : value(key, value);
      if (!shown.isEmpty()) {
        line(depth, key + ": " + shown);
      }
    }
  }

  private void element(JsonNode element, int depth) {
    if (element.isObject()) {
      object(element, depth);
    } else if (element.isTextual() && shown(element)) {
      line(depth, "- " + element.asText());
    }
  }

  /** Whether a string is a name of items or of a step, with no more than a remark behind it. */
  private boolean shown(JsonNode text) {
    String words = text.asText().replaceFirst("\\s*\\([^()]*\\)$", "");
    return words.length() < 80
        && (oneStep(words) || vocabulary.names().name().matcher(words).replaceAll("").isBlank());
  }

  /** What a value says beside its key, empty if that may be a stranger's words. */
  private String value(String key, JsonNode value) {
    String text = value.asText();
    boolean told =
        !value.isTextual()
            || Mark.state(text.replace('_', ' ')) != Polarity.NONE
            || Sentence.begun(text)
            || vocabulary.names().name().matcher(text).matches()
            || vocabulary.fields().stream()
                .anyMatch(field ->
                    !field.quotes()
                        && field.keys().matcher(key).matches()
                        && field.values().matcher(text).matches());
    if (told) {
      boolean numbered = value.isNumber() && oneStep(key) && !key.endsWith("ed");
      return numbered ? "done" : text.replace('_', ' ');
    }
    return oneStep(key) && text.matches(".*\\d.*") && Mark.in(text) != Polarity.NOT ? "done" : "";
  }

  private static String words(String key) {
    return CAMEL.matcher(key).replaceAll(" ");
  }
}
