package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Conversations about three tools that no task of the simulator's knows. */
final class NamedTools {
  private static final String TRACK =
      """
      {"name":"track_parcel","description":"Says where a parcel is.","input_schema":{"type":"object",
       "properties":{"parcel":{"type":"string"}},"required":["parcel"],"additionalProperties":false}}
      """;
  private static final String BOOK =
      """
      {"name":"book_van","description":"Books a van.","input_schema":{"type":"object",
       "properties":{"city":{"type":"string"},"days":{"type":"integer","minimum":2},
        "size":{"enum":["small","large"]},"note":{"type":"string"}},
       "required":["city","days","size"]}}
      """;
  static final String PING =
      """
      {"name":"ping","description":"Pings.","input_schema":{"type":"object","properties":{}}}
      """;

  private static final Simulator SIMULATOR = Simulator.of(SimulatorOptions.defaults());

  private NamedTools() {}

  static ObjectNode request(String words) {
    ObjectNode body = Client.request(words);
    ArrayNode tools = body.putArray("tools");
    for (String tool : List.of(TRACK, BOOK, PING)) {
      tools.add(Client.read(tool));
    }
    return body;
  }

  static JsonNode reply(ObjectNode body, String... headers) {
    Map<String, String> named = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    Simulator.Answer answer = SIMULATOR.answer(body.toString(), named);
    assertThat(answer.status()).as(answer.json()).isEqualTo(200);
    return Client.read(answer.json());
  }

  static List<String> calls(JsonNode reply) {
    return Client.calls(reply).stream()
        .map(call -> call.path("name").asText() + " " + call.path("input"))
        .toList();
  }

  static String text(JsonNode reply) {
    return String.join("\n", reply.path("content").findValuesAsText("text"));
  }

  /** Appends a reply and what its calls got. */
  static void answer(ObjectNode body, JsonNode reply, String result, boolean error) {
    Client.answer(body, reply, (tool, input) -> new SmallDesk.Answer(result, error));
  }

  /** Plays to the end; the calls in order, and last the final text. */
  static List<String> play(ObjectNode body, String result, boolean error) {
    List<String> all = new ArrayList<>();
    for (int turn = 0; turn < 40; turn++) {
      JsonNode reply = reply(body);
      if (calls(reply).isEmpty()) {
        all.add(text(reply));
        return all;
      }
      all.addAll(calls(reply));
      answer(body, reply, result, error);
    }
    throw new AssertionError("no end after 40 turns: " + all);
  }
}
