package dev.recap.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.recap.conversation.ToolCall;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import dev.recap.work.WorkChange;
import dev.recap.work.WorkItem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a tool's method returned into the text the model sees and the facts on record. */
final class ToolResultReader {
  private static final int MOST_STATED = 1_000;

  private ToolResultReader() {}

  static ToolAnswer read(ToolCall call, @Nullable Object returned) {
    return switch (returned) {
      case Opened<?> opened -> confirmed(call, opened.value(), new WorkChange.Opens(opened.item()));
      case Closed<?> closed ->
          confirmed(call, closed.value(), new WorkChange.Closes(facts(closed.value())));
      case Optional<?> full when full.isPresent() -> read(call, full.get());
      case null -> confirmed(call, "done", null);
      default -> confirmed(call, returned, null);
    };
  }

  private static ToolAnswer confirmed(ToolCall call, Object value, @Nullable WorkChange change) {
    String text = value instanceof String string ? string : json(call, value);
    return new ToolAnswer(
        call.id(),
        value instanceof String || !text.equals("null") ? text : "nothing: the result is empty",
        Outcome.CONFIRMED,
        change);
  }

  /** A result that cannot be written is said to be so: the tool has done its work all the same. */
  private static String json(ToolCall call, Object value) {
    try {
      return BoundTool.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return "%s is done, but its result, a %s, cannot be shown: %s"
          .formatted(call.tool(), value.getClass().getSimpleName(), e.getOriginalMessage());
    }
  }

  /** What a ledger line may state of a closing record, in component order. */
  private static List<Fact> facts(Object value) {
    List<Fact> facts = new ArrayList<>();
    if (value instanceof Record) {
      JsonNode written = tree(value);
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Fact fact = fact(component, written.path(jsonName(component)));
        if (fact != null) {
          facts.add(fact);
        }
      }
    }
    return facts;
  }

  /** Nothing can be stated of a record that cannot be written; its text says why. */
  private static JsonNode tree(Object value) {
    try {
      return BoundTool.JSON.valueToTree(value);
    } catch (IllegalArgumentException unwritable) {
      return MissingNode.getInstance();
    }
  }

  private static String jsonName(RecordComponent component) {
    var named =
        component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private static @Nullable Fact fact(RecordComponent component, JsonNode written) {
    if (written.isMissingNode() || written.isNull()) {
      return null;
    }
    String name = Words.spaced(component.getName());
    if (isChoice(component.getGenericType())) {
      return new Fact(name, written.asText(), Fact.Kind.CHOICE);
    }
    if (written.isNumber() || written.isBoolean() || isItem(component)) {
      return new Fact(name, cut(written.asText()), Fact.Kind.VALUE);
    }
    return component.isAnnotationPresent(Quoted.class)
        ? new Fact(name, cut(written.asText()), Fact.Kind.QUOTED)
        : null;
  }

  /** A line shows far less; the record has the whole result. */
  private static String cut(String text) {
    return text.length() <= MOST_STATED
        ? text
        : text.substring(0, Words.endBefore(text, MOST_STATED));
  }

  /** An enum, also one that may be absent. */
  private static boolean isChoice(Type type) {
    return type instanceof Class<?> known
        ? known.isEnum()
        : type instanceof ParameterizedType wrapped
            && wrapped.getRawType() == Optional.class
            && isChoice(wrapped.getActualTypeArguments()[0]);
  }

  private static boolean isItem(RecordComponent component) {
    return component.isAnnotationPresent(Item.class) || component.getType() == WorkItem.class;
  }
}
