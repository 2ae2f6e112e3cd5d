package dev.recap.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.Details;
import dev.recap.model.ModelReply.DroppedThinking;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole reply of the Messages API.
 *
 * @param asked the name of the model that was asked
 * @param requestId empty when there is none
 */
record ReplyReader(String asked, Wanted wanted, String requestId) {

  /**
   * @throws ModelException of category {@code INVALID_REPLY} naming the field, its value and what
   *     was expected
   */
  ModelReply read(String json) {
    JsonNode message = parse(json);
    if (!message.path("content").isArray()) {
      throw invalid("content", "an array of blocks", message.path("content"));
    }
    StopReason stopReason = stopReason(message.path("stop_reason"));
    List<Block> blocks = new ArrayList<>();
    for (String block : blocksOf(json)) {
      block(block, isCutOff(stopReason)).ifPresent(blocks::add);
    }
    return new ModelReply(
        blocks, stopReason, usage(message.path("usage")), requestId, details(message, stopReason));
  }

  private @Nullable Details details(JsonNode message, StopReason stopReason) {
    String model = message.path("model").asText("");
    boolean another =
        !model.isBlank() && !ModelCatalog.family(model).equals(ModelCatalog.family(asked));
    List<DroppedThinking> dropped =
        message
            .path("input_transformations")
            .valueStream()
            .filter(one -> one.path("type").asText().equals("thinking_dropped"))
            .map(one -> new DroppedThinking(one.path("path").asText(), one.path("reason").asText()))
            .toList();
    JsonNode refusal = message.path("stop_details");
    boolean told = stopReason == StopReason.REFUSAL && refusal.isObject();
    return another || told || !dropped.isEmpty()
        ? new Details(another ? model : null, dropped, told ? refusal.toString() : null)
        : null;
  }

  private JsonNode parse(String json) {
    try {
      return JsonText.object("a reply", json);
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage(), e);
    }
  }

  private List<String> blocksOf(String json) {
    try {
      return JsonText.objectsIn(json, "content");
    } catch (IOException e) {
      throw invalid("the reply's content cannot be read: " + e.getMessage(), e);
    }
  }

  private Optional<Block> block(String json, boolean cutOff) {
    JsonNode block = parse(json);
    String type = text(block, "type");
    return switch (type) {
      case "text" -> Optional.of(new Text(text(block, "text")));
      case "tool_use" -> call(json, block, cutOff);
      // Thinking, the provider's own tools and whatever is invented next.
      default -> Optional.of(new Opaque(type, json));
    };
  }

  /**
   * The arguments of a call that the reply broke off in are no JSON object. Such a call can neither
   * run nor go back, so it is left out; the stop reason says that something is missing.
   */
  private Optional<Block> call(String json, JsonNode block, boolean cutOff) {
    if (!block.path("input").isObject()) {
      if (cutOff) {
        return Optional.empty();
      }
      throw invalid("content.input", "a JSON object", block.path("input"));
    }
    if (text(block, "id").isBlank()) {
      throw invalid("content.id", "the name of a call", block.path("id"));
    }
    try {
      String arguments = JsonText.compact(JsonText.objectsIn(json, "input").getFirst());
      return Optional.of(new ToolCall(text(block, "id"), text(block, "name"), arguments));
    } catch (IOException e) {
      throw invalid("the arguments of a call cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isCutOff(StopReason stopReason) {
    return switch (stopReason) {
      case MAX_TOKENS, WINDOW_EXCEEDED, REFUSAL -> true;
      case END_TURN, TOOL_USE, STOP_SEQUENCE, PAUSE_TURN -> false;
    };
  }

  private StopReason stopReason(JsonNode node) {
    return switch (node.asText("null")) {
      case "end_turn" -> StopReason.END_TURN;
      case "tool_use" -> StopReason.TOOL_USE;
      case "max_tokens" -> StopReason.MAX_TOKENS;
      case "stop_sequence" -> StopReason.STOP_SEQUENCE;
      case "pause_turn" -> StopReason.PAUSE_TURN;
      case "refusal" -> StopReason.REFUSAL;
      case "model_context_window_exceeded" -> StopReason.WINDOW_EXCEEDED;
      // Alone it is all that was wanted; unasked for, the model goes on once it is sent back.
      case "compaction" ->
          wanted == Wanted.SUMMARY_BLOCK ? StopReason.END_TURN : StopReason.PAUSE_TURN;
      default ->
          throw invalid(
              "stop_reason",
              "end_turn, tool_use, max_tokens, stop_sequence, pause_turn, refusal, compaction or"
                  + " model_context_window_exceeded",
              node);
    };
  }

  private Usage usage(JsonNode usage) {
    if (!usage.isObject()) {
      throw invalid("usage", "a JSON object", usage);
    }
    return counts(
        usage,
        tokens(usage.path("output_tokens_details"), "thinking_tokens", false),
        compaction(usage.path("iterations")));
  }

  /** A part that is told as more than its whole counts as all of it. */
  private Usage counts(JsonNode usage, long thinking, @Nullable Usage compaction) {
    long input = tokens(usage, "input_tokens", true);
    long written = tokens(usage, "cache_creation_input_tokens", false);
    long forAnHour = tokens(usage.path("cache_creation"), "ephemeral_1h_input_tokens", false);
    long output = tokens(usage, "output_tokens", true);
    return new Usage(
        input,
        tokens(usage, "cache_read_input_tokens", false),
        written,
        output,
        new Usage.Details(Math.min(forAnHour, written), Math.min(thinking, output), compaction));
  }

  /** What the provider's own compaction spent stands apart, and in none of the other counts. */
  private @Nullable Usage compaction(JsonNode iterations) {
    return iterations
        .valueStream()
        .filter(one -> one.path("type").asText().equals("compaction"))
        .map(one -> counts(one, 0, null))
        .reduce(Usage::plus)
        .orElse(null);
  }

  private long tokens(JsonNode usage, String field, boolean required) {
    JsonNode count = usage.path(field);
    if (!required && (count.isMissingNode() || count.isNull())) {
      return 0;
    }
    if (!count.isIntegralNumber() || !count.canConvertToLong() || count.longValue() < 0) {
      throw invalid("usage." + field, "a whole number of tokens, 0 or more", count);
    }
    return count.longValue();
  }

  private String text(JsonNode block, String field) {
    JsonNode value = block.path(field);
    if (!value.isTextual()) {
      throw invalid("content." + field, "a string", value);
    }
    return value.textValue();
  }

  private ModelException invalid(String field, String expected, JsonNode value) {
    String found = value.isMissingNode() ? "missing" : JsonText.excerpt(value.toString());
    return invalid("the reply's %s must be %s, but was %s".formatted(field, expected, found), null);
  }

  private ModelException invalid(@Nullable String message, @Nullable Throwable cause) {
    String where = requestId.isEmpty() ? "" : " (request " + requestId + ")";
    return new ModelException(
        ModelException.Category.INVALID_REPLY,
        message + where,
        requestId.isEmpty() ? null : requestId,
        cause);
  }
}
