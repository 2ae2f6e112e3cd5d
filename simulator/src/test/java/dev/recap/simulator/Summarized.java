package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Conversations at a desk of five tickets that are asked for a summary. */
final class Summarized {
  static final String ASK =
      "Write a summary of this conversation that lets another instance carry on. Wrap it in"
          + " <summary></summary> tags.";

  private static final Simulator SIMULATOR = Simulator.of(SimulatorOptions.defaults());

  private Summarized() {}

  static JsonNode reply(ObjectNode body, String... headers) {
    Map<String, String> named = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    return Client.read(SIMULATOR.answer(body.toString(), named).json());
  }

  /** A conversation after so many replies, each answered. */
  static ObjectNode after(int replies) {
    SmallDesk desk = new SmallDesk(5);
    ObjectNode body = DeskTask.request(5);
    for (int i = 0; i < replies; i++) {
      Client.answer(body, reply(body), desk::run);
    }
    return body;
  }

  static JsonNode ask(ObjectNode body, String prompt, String... headers) {
    ObjectNode asking = body.deepCopy();
    Client.messages(asking)
        .addObject()
        .put("role", "user")
        .putArray("content")
        .add(Client.text(prompt));
    return reply(asking, headers);
  }

  static String text(JsonNode reply) {
    StringBuilder text = new StringBuilder();
    reply.path("content").forEach(block -> text.append(block.path("text").asText()));
    return text.toString();
  }

  /** The next call where nothing but a text is left of the conversation. */
  static String nextCallFrom(String text) {
    ObjectNode body = Client.request(text);
    body.set("tools", DeskTask.tools());
    return call(reply(body));
  }

  static String call(JsonNode reply) {
    return NamedTools.calls(reply).stream().findFirst().orElse("no call");
  }
}
