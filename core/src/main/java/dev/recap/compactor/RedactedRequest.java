package dev.recap.compactor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.compaction.Compaction.Redaction;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.words.MediaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A summary request as another reader may see it: texts redacted, without images and documents,
 * which nobody can redact, and without blocks that are bound to the model they came from, such as
 * signed thinking, which can neither be redacted nor read by another model. Tool specs are the
 * program's own words and stay.
 */
record RedactedRequest(Redaction redaction) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Block LEFT_OUT = new Text("[left out]");

  /**
   * Throws what the redaction throws.
   *
   * @param options how who writes is asked
   */
  static ModelRequest of(ModelRequest request, Redaction redaction, ModelOptions options) {
    var redacted = new RedactedRequest(redaction);
    List<Message> messages = request.messages().stream().map(redacted::message).toList();
    return new ModelRequest(
        redacted.text(request.instructions()),
        request.tools(),
        messages,
        sameBlocks(request.messages(), messages) ? request.breakpoints() : atTheEnd(messages),
        request.maxOutputTokens(),
        options,
        request.wanted(),
        request.dropsStaleThinking());
  }

  /** The redaction of one text, which must be a text. */
  static String text(Redaction redaction, String text) {
    return Objects.requireNonNull(redaction.redact(text), "a redaction gave null");
  }

  private String text(String text) {
    return text(redaction, text);
  }

  private Message message(Message message) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : message.content()) {
      switch (block) {
        case Text said -> blocks.add(new Text(text(said.text())));
        case ToolCall call ->
            blocks.add(new ToolCall(call.id(), call.tool(), arguments(call.arguments())));
        case ToolResult result -> {
          String text = MediaText.without(result.media(), result.content());
          blocks.add(new ToolResult(result.callId(), text(text), result.error()));
        }
        case Media media -> blocks.add(new Text(text(MediaText.without(List.of(media), ""))));
        case Opaque opaque -> {}
      }
    }
    return new Message(message.role(), blocks.isEmpty() ? List.of(LEFT_OUT) : blocks);
  }

  /** Values one by one, so that arguments stay JSON; as they were written if nothing changed. */
  private String arguments(String arguments) {
    try {
      JsonNode read = JSON.readTree(arguments);
      JsonNode redacted = value(read);
      return redacted.equals(read) ? arguments : JSON.writeValueAsString(redacted);
    } catch (JsonProcessingException notJson) {
      return text(arguments);
    }
  }

  private JsonNode value(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode redacted = JSON.createObjectNode();
        object.properties().forEach(p -> redacted.set(p.getKey(), value(p.getValue())));
        yield redacted;
      }
      case ArrayNode array -> {
        ArrayNode redacted = JSON.createArrayNode();
        array.forEach(element -> redacted.add(value(element)));
        yield redacted;
      }
      default -> {
        String text = text(value.asText());
        yield text.equals(value.asText()) ? value : TextNode.valueOf(text);
      }
    };
  }

  private static boolean sameBlocks(List<Message> before, List<Message> after) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).content().size() != after.get(i).content().size()) {
        return false;
      }
    }
    return true;
  }

  private static Set<Breakpoint> atTheEnd(List<Message> messages) {
    return Set.of(new Breakpoint(messages.size() - 1, messages.getLast().content().size() - 1));
  }
}
