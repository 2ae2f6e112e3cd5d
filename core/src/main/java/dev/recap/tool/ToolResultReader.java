package dev.recap.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import dev.recap.work.WorkChange;
import dev.recap.work.WorkItem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a tool's method returned into the text the model sees and the facts on record. */
final class ToolResultReader {
  private ToolResultReader() {}

  static ToolAnswer read(String callId, @Nullable Object returned) {
    return switch (returned) {
      case Opened<?> opened ->
          confirmed(callId, opened.value(), new WorkChange.Opens(opened.item()));
      case Closed<?> closed ->
          confirmed(callId, closed.value(), new WorkChange.Closes(facts(closed.value())));
      case null -> confirmed(callId, "done", null);
      default -> confirmed(callId, returned, null);
    };
  }

  private static ToolAnswer confirmed(String callId, Object value, @Nullable WorkChange change) {
    String text = value instanceof String string ? string : json(value);
    return new ToolAnswer(callId, text, Outcome.CONFIRMED, change);
  }

  private static String json(Object value) {
    try {
      return BoundTool.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a tool returned a %s that cannot be written as JSON: %s"
              .formatted(value.getClass().getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }

  /** What a ledger line may state of a closing record, in component order. */
  private static List<Fact> facts(Object value) {
    List<Fact> facts = new ArrayList<>();
    if (value instanceof Record) {
      JsonNode written = BoundTool.JSON.valueToTree(value);
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Fact fact = fact(component, written.path(jsonName(component)));
        if (fact != null) {
          facts.add(fact);
        }
      }
    }
    return facts;
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
    Class<?> type = component.getType();
    if (type.isEnum()) {
      return new Fact(name, written.asText(), Fact.Kind.CHOICE);
    }
    if (written.isNumber() || written.isBoolean() || isItem(component)) {
      return new Fact(name, written.asText(), Fact.Kind.VALUE);
    }
    return component.isAnnotationPresent(Quoted.class)
        ? new Fact(name, written.asText(), Fact.Kind.QUOTED)
        : null;
  }

  private static boolean isItem(RecordComponent component) {
    return component.isAnnotationPresent(Item.class) || component.getType() == WorkItem.class;
  }
}
