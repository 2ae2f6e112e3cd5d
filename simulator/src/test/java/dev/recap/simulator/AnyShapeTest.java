package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever JSON stands in whatever field: a reply, or an error that names the field. */
class AnyShapeTest {
  private static final Map<String, String> BETA =
      Map.of(
          "anthropic-beta",
          "compact-2026-09-04,compact-2026-01-12,context-management-2025-06-27,"
              + "thinking-binding-controls-2026-08-01");

  private final Simulator simulator = Simulator.of(SimulatorOptions.defaults());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/messages/0/content | {\"a\": null} | messages.0.content: Input should be a valid string or list",
        "/messages/0/content | [null] | messages.0.content.0: Input should be a valid dictionary",
        "/messages/0 | null | messages.0: Input should be a valid dictionary",
        "/messages | {\"a\": null} | messages: Input should be a valid list",
        "/system | [7] | system.0: Input should be a valid dictionary",
        "/tools | {\"a\": null} | tools: Input should be a valid list",
        "/tools/0 | 7 | tools.0: Input should be a valid dictionary",
        "/tools/0/input_schema/properties | [] | tools.0.custom.input_schema.properties: Input should be a valid dictionary",
        "/tools/1/input_schema/required/0 | {} | tools.1.custom.input_schema.required.0: Input should be a valid string",
        "/tool_choice | \"auto\" | tool_choice: Input should be a valid dictionary",
        "/stop_sequences | \"END\" | stop_sequences: Input should be a valid list",
        "/stream | \"yes\" | stream: Input should be a valid boolean",
        "/metadata | [] | metadata: Input should be a valid dictionary",
        "/max_tokens | 99999999999999999999 | max_tokens: 99999999999999999999 > 64000",
      })
  void aFieldOfAnotherShapeIsNamed(String field, String value, String message) {
    ObjectNode body = conversation();
    set(body, JsonPointer.compile(field), Client.read(value));

    Simulator.Answer answer = simulator.answer(body.toString(), Map.of());

    assertThat(answer.status()).as(answer.json()).isEqualTo(400);
    assertThat(error(answer.json())).startsWith(message);
  }

  static Stream<ObjectNode> requests() {
    return Stream.of(conversation(), thinking(), compaction(), thought(), edited());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void eachFieldMayHoldAnything(ObjectNode request) {
    assertThat(simulator.answer(request.toString(), BETA).status()).isEqualTo(200);
    for (JsonPointer field : fields(request)) {
      for (JsonNode shape : shapes()) {
        ObjectNode body = request.deepCopy();
        set(body, field, shape);
        check(body, field + " as " + shape);
      }
      ObjectNode body = request.deepCopy();
      remove(body, field);
      check(body, "without " + field);
    }
  }

  @Test
  void eachWordThatBecameAnObjectIsNamed() {
    ObjectNode request = conversation();
    for (JsonPointer field : fields(request)) {
      // Input of calls, sources and choices of a schema may be any JSON.
      if (request.at(field).isTextual() && !field.toString().matches(".*/(input|source|enum)/.*")) {
        ObjectNode body = request.deepCopy();
        set(body, field, Client.read("{\"a\": null}"));

        Simulator.Answer answer = simulator.answer(body.toString(), Map.of());

        assertThat(answer.status()).as("%s: %s", field, answer.json()).isEqualTo(400);
        assertThat(error(answer.json())).contains(field.toString().replaceAll(".*/(?=.)", ""));
      }
    }
  }

  @Test
  void severalFieldsMayHoldAnythingAtTheSameTime() {
    var chance = new SplittableRandom(11);
    List<ObjectNode> requests = requests().toList();
    for (int i = 0; i < 2_000; i++) {
      ObjectNode body = requests.get(chance.nextInt(requests.size())).deepCopy();
      for (int change = 0; change < 3; change++) {
        List<JsonPointer> fields = fields(body);
        List<JsonNode> shapes = shapes();
        set(
            body,
            fields.get(chance.nextInt(fields.size())),
            shapes.get(chance.nextInt(shapes.size())));
      }
      check(body, body.toString());
    }
  }

  @Test
  void overHttpTheServerAnswersEachAndLivesOn() {
    try (var server = SimulatorServer.start(SimulatorOptions.defaults())) {
      var client = new Client(server.baseUri());
      ObjectNode request = conversation();
      for (JsonPointer field : fields(request)) {
        ObjectNode body = request.deepCopy();
        set(body, field, Client.read("{\"a\": null}"));
        HttpResponse<String> response = client.post("/v1/messages", body.toString());
        assertThat(response.statusCode()).as(field + ": " + response.body()).isBetween(200, 499);
      }
      String deep = "[".repeat(5_000) + "]".repeat(5_000);
      for (String body : List.of("", "null", "[]", "7", deep, "{\"model\":" + deep + "}", "{")) {
        assertThat(client.post("/v1/messages", body).statusCode()).isEqualTo(400);
      }
      assertThat(client.post("/v1/messages", request.toString()).statusCode()).isEqualTo(200);
    }
  }

  private void check(ObjectNode body, String what) {
    Simulator.Answer answer = simulator.answer(body.toString(), BETA);
    JsonNode json = Client.read(answer.json());
    if (answer.status() == 200) {
      assertThat(json.path("type").asText()).as(what).isEqualTo("message");
      assertThat(json.path("content").isArray()).as(what).isTrue();
      assertThat(json.path("stop_reason").isTextual()).as(what).isTrue();
    } else {
      assertThat(answer.status()).as("%s: %s", what, answer.json()).isBetween(400, 499);
      assertThat(json.path("error").path("type").isTextual()).as(what).isTrue();
      assertThat(error(answer.json())).as(what).isNotBlank();
    }
    assertThat(simulator.countTokens(body.toString(), BETA).status())
        .as("tokens of " + what)
        .isBetween(200, 499);
  }

  private static String error(String json) {
    return Client.read(json).path("error").path("message").asText();
  }

  private static List<JsonNode> shapes() {
    return Stream.of(
            "null",
            "{}",
            "{\"a\": null}",
            "{\"type\": \"text\", \"text\": \"TICKET-1\"}",
            "[]",
            "[null]",
            "[\"TICKET-1\"]",
            "[".repeat(200) + "]".repeat(200),
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999999",
            "\"\"",
            "\"text\"",
            "\"\\ud800\"",
            "true")
        .map(Client::read)
        .toList();
  }

  /** Every place in a request, the root left out. */
  private static List<JsonPointer> fields(JsonNode node) {
    List<JsonPointer> fields = new ArrayList<>();
    collect(node, JsonPointer.empty(), fields);
    return fields;
  }

  private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> fields) {
    if (!here.matches()) {
      fields.add(here);
    }
    node.properties()
        .forEach(one -> collect(one.getValue(), here.appendProperty(one.getKey()), fields));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      collect(node.get(i), here.appendIndex(i), fields);
    }
  }

  private static void set(JsonNode body, JsonPointer field, JsonNode value) {
    JsonNode parent = body.at(field.head());
    JsonPointer last = field.last();
    if (parent instanceof ObjectNode object) {
      object.set(last.getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), value);
    }
  }

  private static void remove(JsonNode body, JsonPointer field) {
    JsonNode parent = body.at(field.head());
    JsonPointer last = field.last();
    if (parent instanceof ObjectNode object) {
      object.remove(last.getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(last.getMatchingIndex());
    }
  }

  private static ObjectNode conversation() {
    return (ObjectNode)
        Client.read(
            """
            {"model": "claude-sonnet-4-5", "max_tokens": 1000, "stream": false, "temperature": 0.5,
             "top_p": 0.9, "top_k": 5, "metadata": {"user_id": "u"}, "stop_sequences": ["END"],
             "tool_choice": {"type": "auto", "disable_parallel_tool_use": true},
             "system": [{"type": "text", "text": "You work on tickets.",
                         "cache_control": {"type": "ephemeral", "ttl": "5m"}}],
             "tools": [{"name": "get_next_ticket", "description": "Gets the next ticket.",
                        "input_schema": {"type": "object", "properties": {}}},
                       {"name": "set_priority", "description": "Sets the priority of a ticket.",
                        "input_schema": {"type": "object", "required": ["ticket_id", "priority"],
                          "additionalProperties": false,
                          "properties": {"ticket_id": {"type": "string", "description": "Which"},
                            "tags": {"type": ["array", "null"], "items": {"type": "string"}},
                            "priority": {"enum": ["low", "high"]}}}}],
             "messages": [
               {"role": "user", "content": [{"type": "text", "text": "Process the tickets."},
                 {"type": "image", "source": {"type": "base64", "media_type": "image/png",
                                              "data": "AA=="}}]},
               {"role": "assistant", "content": [{"type": "text", "text": "I begin."},
                 {"type": "tool_use", "id": "a", "name": "get_next_ticket", "input": {}},
                 {"type": "tool_use", "id": "b", "name": "set_priority",
                  "input": {"ticket_id": "TICKET-1", "priority": "low"}}]},
               {"role": "user", "content": [
                 {"type": "tool_result", "tool_use_id": "a", "is_error": false,
                  "content": [{"type": "text", "text": "{\\"ticket_id\\": \\"TICKET-1\\"}"}]},
                 {"type": "tool_result", "tool_use_id": "b", "content": "done"}]},
               {"role": "assistant", "content": "Is there more?"},
               {"role": "user", "content": "Go on."}]}
            """);
  }

  private static ObjectNode thinking() {
    ObjectNode body = Client.request("Hello");
    body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1_024);
    return body;
  }

  private static ObjectNode compaction() {
    ObjectNode body = Client.request("Hello");
    body.putObject("compaction").put("type", "summarize").put("instructions", "Briefly.");
    return body;
  }

  /** Bound thinking, on its way back. */
  private static ObjectNode thought() {
    ObjectNode body = Client.request("Hello").put("model", "claude-opus-5-5");
    body.putObject("output_config").put("effort", "low");
    body.putObject("thinking")
        .put("type", "adaptive")
        .put("display", "summarized")
        .putObject("block_binding")
        .put("prefix_mismatch_behavior", "drop_block");
    Client.said(body, Door.open().accepted(body, "thinking-binding-controls-2026-08-01"));
    Client.asks(body, "Go on.");
    Client.messages(body).addObject().put("role", "system").put("content", "Be brief.");
    return body;
  }

  /** Every kind of edit, behind a block of a compaction. */
  private static ObjectNode edited() {
    ObjectNode body = conversation();
    body.put("model", "claude-sonnet-4-6");
    ArrayNode first = (ArrayNode) body.at("/messages/1/content");
    first.insert(
        0, Client.read("{\"type\": \"compaction\", \"content\": \"TICKET-9 is closed.\"}"));
    body.set(
        "context_management",
        Client.read(
            """
            {"edits": [
              {"type": "clear_thinking_20251015", "keep": {"type": "thinking_turns", "value": 1}},
              {"type": "clear_tool_uses_20250919", "trigger": {"type": "tool_uses", "value": 1},
               "keep": {"type": "tool_uses", "value": 1}, "exclude_tools": ["set_priority"],
               "clear_at_least": {"type": "input_tokens", "value": 1}, "clear_tool_inputs": true},
              {"type": "compact_20260112", "trigger": {"type": "input_tokens", "value": 50000},
               "pause_after_compaction": false, "instructions": "Briefly."}]}
            """));
    return body;
  }
}
