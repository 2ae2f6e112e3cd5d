package dev.recap.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.model.ModelException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of a stream together to the message that the provider would have sent in one
 * piece. Of one thread.
 */
final class StreamedReply {
  private final TokenListener listener;
  private final @Nullable String requestId;
  private final Map<Integer, StreamedBlock> blocks = new TreeMap<>();
  private @Nullable ObjectNode message;

  StreamedReply(TokenListener listener, @Nullable String requestId) {
    this.listener = listener;
    this.requestId = requestId;
  }

  /** Events of an unknown type are passed over, as the vendor's versioning rules ask. */
  void accept(JsonNode event) {
    switch (event.path("type").asText()) {
      case "message_start" -> message = object(event, "message").deepCopy();
      case "content_block_start" -> start(event);
      case "content_block_delta" -> extend(event);
      case "message_delta" -> end(event);
      default -> {}
    }
  }

  private void start(JsonNode event) {
    int index = index(event);
    blocks.put(index, new StreamedBlock(index, object(event, "content_block").deepCopy()));
  }

  private void extend(JsonNode event) {
    StreamedBlock block = blocks.get(index(event));
    if (block == null) {
      throw invalid("a delta without the start of its block", event);
    }
    ObjectNode delta = object(event, "delta");
    if (!block.append(delta, listener)) {
      throw invalid("a delta of a known type", event);
    }
  }

  private void end(JsonNode event) {
    ObjectNode started = started();
    started.setAll(object(event, "delta"));
    if (event.path("input_transformations").isArray()) {
      // Once more, where another model took over.
      started.set("input_transformations", event.path("input_transformations"));
    }
    // These counts are cumulative, but leave out what did not change.
    ObjectNode usage = started.withObject("/usage");
    event
        .path("usage")
        .properties()
        .forEach(count -> {
          if (!count.getValue().isNull()) {
            usage.set(count.getKey(), count.getValue());
          }
        });
  }

  /**
   * The message as JSON.
   *
   * @throws ModelException of category {@code CONNECTION} when the stream ended early
   */
  String whole() {
    ObjectNode whole = started();
    if (whole.path("stop_reason").isMissingNode() || whole.path("stop_reason").isNull()) {
      throw broken();
    }
    ArrayNode content = whole.putArray("content");
    blocks.values().forEach(block -> content.add(block.whole()));
    return whole.toString();
  }

  private ObjectNode started() {
    if (message == null) {
      throw broken();
    }
    return message;
  }

  private int index(JsonNode event) {
    JsonNode index = event.path("index");
    if (!index.isInt() || index.intValue() < 0) {
      throw invalid("an event with the index of a block", event);
    }
    return index.intValue();
  }

  private ObjectNode object(JsonNode event, String field) {
    if (event.path(field) instanceof ObjectNode object) {
      return object;
    }
    throw invalid("an event with an object '" + field + "'", event);
  }

  private ModelException broken() {
    return new ModelException(
        ModelException.Category.CONNECTION,
        "the stream ended before the reply was whole: %d blocks had begun%s"
            .formatted(blocks.size(), requestId == null ? "" : " (request " + requestId + ")"),
        requestId,
        null);
  }

  private ModelException invalid(String expected, JsonNode event) {
    return new ModelException(
        ModelException.Category.INVALID_REPLY,
        "the stream must hold %s, but held %s%s"
            .formatted(
                expected,
                JsonText.excerpt(event.toString()),
                requestId == null ? "" : " (request " + requestId + ")"),
        requestId,
        null);
  }
}
