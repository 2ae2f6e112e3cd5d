package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import dev.recap.simulator.wire.Signatures;
import java.util.List;

/** Makes replies that call tools. */
public final class Calls {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int ID_LENGTH = 24;

  /** A call to be made. */
  public record Asked(String tool, ObjectNode input) {}

  private Calls() {}

  /** A reply of a few words, if any, and calls. */
  public static Reply reply(MessagesRequest request, String words, List<Asked> asked) {
    ArrayNode content = NODES.arrayNode();
    if (!words.isEmpty()) {
      content.add(Reply.textBlock(words));
    }
    for (int i = 0; i < asked.size(); i++) {
      content.add(call(request, asked.get(i).tool(), asked.get(i).input(), i));
    }
    return Reply.of(content, Reply.Stop.TOOL_USE);
  }

  /** A reply of a few words, if any, and one call. */
  public static Reply reply(MessagesRequest request, String words, String tool, ObjectNode input) {
    return reply(request, words, List.of(new Asked(tool, input)));
  }

  /**
   * A call whose id is a function of the request, streamed or not; {@code index} counts the calls
   * of a reply.
   */
  static ObjectNode call(MessagesRequest request, String tool, ObjectNode input, int index) {
    String digest = Signatures.digest(index + request.withoutDelivery());
    ObjectNode call = NODES.objectNode().put("type", "tool_use");
    call.put("id", "toolu_" + digest.substring(0, ID_LENGTH)).put("name", tool);
    call.set("input", input);
    return call;
  }
}
