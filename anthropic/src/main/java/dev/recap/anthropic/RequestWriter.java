package dev.recap.anthropic;

import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a request in the words of the Messages API. The same request always gives the same bytes,
 * and a request that only appends gives bytes that only append, save for the cache marks. What is
 * in trial goes out with its header over the same calls of the SDK as all else, so there is one way
 * for a conversation to be written.
 */
record RequestWriter(String model, OptionsWriter options) {
  static final String BETA_HEADER = "anthropic-beta";

  MessageCreateParams write(ModelRequest request) {
    Set<Breakpoint> marks = CacheMarks.in(request);
    var params = MessageCreateParams.builder().model(model).maxTokens(request.maxOutputTokens());
    boolean instructed = !request.instructions().isBlank();
    if (instructed) {
      putSystem(params, request.instructions());
    }
    if (!request.tools().isEmpty()) {
      putTools(params, request.tools(), !instructed);
    }
    putMessages(params, request.messages(), marks);
    options
        .fields(request)
        .properties()
        .forEach(field ->
            params.putAdditionalBodyProperty(field.getKey(), JsonText.value(field.getValue())));
    headers(request).forEach(params::putAdditionalHeader);
    return params.build();
  }

  /** Those that the request needs besides the SDK's own. */
  Map<String, String> headers(ModelRequest request) {
    Set<String> betas = options.betas(request);
    return betas.isEmpty() ? Map.of() : Map.of(BETA_HEADER, String.join(",", betas));
  }

  // The SDK's raw value stands for a field of any type, and so has no type argument of its own.
  @SuppressWarnings("unchecked")
  private void putSystem(MessageCreateParams.Builder params, String instructions) {
    ArrayNode blocks = JsonText.MAPPER.createArrayNode();
    mark(blocks.addObject().put("type", "text").put("text", instructions));
    params.system(JsonText.value(blocks));
  }

  @SuppressWarnings("unchecked")
  private void putTools(
      MessageCreateParams.Builder params, List<ToolSpec> tools, boolean markLast) {
    ArrayNode array = JsonText.MAPPER.createArrayNode();
    for (ToolSpec tool : tools) {
      ObjectNode node = array.addObject().put("name", tool.name());
      node.put("description", tool.description());
      String what = "the input schema of tool '%s'".formatted(tool.name());
      node.set("input_schema", JsonText.object(what, tool.inputSchema()));
    }
    if (markLast) {
      mark((ObjectNode) array.get(array.size() - 1));
    }
    params.tools(JsonText.value(array));
  }

  @SuppressWarnings("unchecked")
  private void putMessages(
      MessageCreateParams.Builder params, List<Message> messages, Set<Breakpoint> marks) {
    ArrayNode array = JsonText.MAPPER.createArrayNode();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      ArrayNode content = array.addObject().put("role", role(message.role())).putArray("content");
      boolean wordless = message.content().stream().allMatch(RequestWriter::isBlank);
      for (int j = 0; j < message.content().size(); j++) {
        Block block = message.content().get(j);
        // The API refuses a text without a word in it, which a model may well have written.
        if (wordless || !isBlank(block)) {
          ObjectNode node = block(block);
          if (marks.contains(new Breakpoint(i, j))) {
            mark(node);
          }
          content.add(node);
        }
      }
    }
    params.messages(JsonText.value(array));
  }

  private static boolean isBlank(Block block) {
    return block instanceof Text(var text) && text.isBlank();
  }

  private static String role(Role role) {
    return switch (role) {
      case USER -> "user";
      case ASSISTANT -> "assistant";
    };
  }

  private static ObjectNode block(Block block) {
    ObjectNode node = JsonText.MAPPER.createObjectNode();
    return switch (block) {
      case Text(var text) -> node.put("type", "text").put("text", text);
      case ToolCall call -> {
        node.put("type", "tool_use").put("id", call.id()).put("name", call.tool());
        String what = "the arguments of call %s of tool '%s'".formatted(call.id(), call.tool());
        node.set("input", JsonText.object(what, call.arguments()));
        yield node;
      }
      case ToolResult result -> {
        node.put("type", "tool_result").put("tool_use_id", result.callId());
        if (result.media().isEmpty()) {
          node.put("content", result.content());
        } else {
          putContent(node.putArray("content"), result);
        }
        yield result.error() ? node.put("is_error", true) : node;
      }
      case Media media -> MediaJson.of(media);
      case Opaque(var type, var json) -> JsonText.object("a block of type '" + type + "'", json);
    };
  }

  private static void putContent(ArrayNode content, ToolResult result) {
    var text = new Text(result.content());
    if (!isBlank(text)) {
      content.add(block(text));
    }
    result.media().forEach(media -> content.add(MediaJson.of(media)));
  }

  private void mark(ObjectNode node) {
    ObjectNode mark = node.putObject("cache_control").put("type", "ephemeral");
    if (options.own().cachesForAnHour()) {
      mark.put("ttl", "1h");
    }
  }
}
