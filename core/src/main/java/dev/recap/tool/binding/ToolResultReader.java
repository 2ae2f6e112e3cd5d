package dev.recap.tool.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Text;
import dev.recap.tool.CallContext;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Param;
import dev.recap.tool.Quoted;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.tool.schema.ArgumentCheck;
import dev.recap.words.MediaText;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a tool's method returned into the text the model sees and the facts on record. */
final class ToolResultReader {
  /** A line shows far less; the record has the whole result. */
  private static final int MOST_STATED = 1_000;

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private ToolResultReader() {}

  static ToolAnswer read(CallContext call, @Nullable Object returned) {
    return switch (returned) {
      case Opened<?> opened -> confirmed(call, opened.value(), new WorkChange.Opens(opened.item()));
      case Closed<?> closed ->
          confirmed(call, closed.value(), new WorkChange.Closes(facts(closed.value())));
      case Optional<?> full when full.isPresent() -> read(call, full.get());
      case null -> confirmed(call, "done", null);
      default -> confirmed(call, returned, null);
    };
  }

  private static ToolAnswer confirmed(CallContext call, Object value, @Nullable WorkChange change) {
    List<Block> blocks = blocks(value);
    if (blocks.isEmpty()) {
      String text = value instanceof String said ? said : json(call, value);
      return new ToolAnswer(call.callId(), text, Outcome.CONFIRMED, change);
    }
    List<Media> media = Block.only(Media.class, blocks);
    String said = Block.text(blocks);
    // A name to ask for it by, once it has left the view.
    String text = said.isBlank() ? MediaText.of(media) : said;
    return new ToolAnswer(call.callId(), text, Outcome.CONFIRMED, change, media);
  }

  /** A text, an image or a document, or several of them; empty for anything else. */
  private static List<Block> blocks(Object value) {
    List<?> all =
        value instanceof Collection<?> several ? new ArrayList<>(several) : List.of(value);
    return all.stream().allMatch(each -> each instanceof Text || each instanceof Media)
        ? all.stream().map(Block.class::cast).toList()
        : List.of();
  }

  /** What a foreign tool gave: it changes no work item. */
  static ToolAnswer shown(CallContext call, @Nullable Object returned) {
    return confirmed(call, returned == null ? "done" : returned, null);
  }

  /** A result that cannot be written is said to be so: the tool has done its work all the same. */
  private static String json(CallContext call, Object value) {
    try {
      String json = JSON.writeValueAsString(value);
      return json.equals("null") ? "nothing: the result is empty" : json;
    } catch (JsonProcessingException e) {
      return "%s is done, but its result, a %s, cannot be shown: %s"
          .formatted(call.tool(), value.getClass().getSimpleName(), e.getOriginalMessage());
    }
  }

  /** What a ledger line may state of a closing record, in component order. */
  private static List<Fact> facts(Object value) {
    if (!(value instanceof Record)) {
      return List.of();
    }
    JsonNode written = tree(value);
    return Arrays.stream(value.getClass().getRecordComponents())
        .flatMap(component -> fact(component, written.path(jsonName(component))))
        .toList();
  }

  /** Nothing can be stated of a record that cannot be written; its text says why. */
  private static JsonNode tree(Object value) {
    try {
      return JSON.valueToTree(value);
    } catch (IllegalArgumentException unwritable) {
      return MissingNode.getInstance();
    }
  }

  private static String jsonName(RecordComponent component) {
    var named =
        component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private static Stream<Fact> fact(RecordComponent component, JsonNode written) {
    // Of an enum, also one that may be absent, the name; of data that stands for one, the text.
    boolean isChoice =
        Binding.valueType(JSON.constructType(component.getGenericType())).isEnumType()
            || component.isAnnotationPresent(Param.OneOf.class);
    boolean isValue =
        written.isNumber()
            || written.isBoolean()
            || component.isAnnotationPresent(Item.class)
            || component.getType() == WorkItem.class;
    if (written.isMissingNode()
        || written.isNull()
        || !(isChoice || isValue || component.isAnnotationPresent(Quoted.class))) {
      return Stream.empty();
    }
    return Stream.of(
        new Fact(
            Binding.snakeCase(component.getName()).replace('_', ' '),
            ArgumentCheck.beginning(written.asText(), MOST_STATED),
            isChoice ? Fact.Kind.CHOICE : isValue ? Fact.Kind.VALUE : Fact.Kind.QUOTED));
  }
}
