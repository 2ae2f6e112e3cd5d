package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results and thinking leave the prompt, not the conversation. */
class ContextEditingTest {
  private static final String BETA = "context-management-2025-06-27";
  private static final String BINDING = "thinking-binding-controls-2026-08-01";
  private static final String NOW = "'trigger':{'type':'tool_uses','value':4}";

  private final Door door = Door.open();
  private SmallDesk desk;
  private ObjectNode body;

  @BeforeEach
  void playTenCalls() {
    desk = new SmallDesk(5);
    body = DeskTask.request(5).put("model", "claude-opus-5-5");
    for (int i = 0; i < 10; i++) {
      Client.answer(body, door.accepted(body), desk::run);
    }
  }

  private JsonNode edited(String... edits) {
    String all = String.join(",", edits).replace('\'', '"');
    body.set("context_management", Client.read("{\"edits\":[" + all + "]}"));
    return door.accepted(body, BETA, BINDING);
  }

  private static String tools(String fields) {
    return "{'type':'clear_tool_uses_20250919'" + (fields.isEmpty() ? "" : "," + fields) + "}";
  }

  private static String thinking(String keep) {
    return "{'type':'clear_thinking_20251015','keep':" + keep + "}";
  }

  @Nested
  class ResultsOfTools {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | 0",
          "'trigger':{'type':'input_tokens','value':100000} | 0",
          "'trigger':{'type':'tool_uses','value':10} | 0",
          "'trigger':{'type':'tool_uses','value':9} | 7",
          "'trigger':{'type':'input_tokens','value':1000},'keep':{'type':'tool_uses','value':1} | 9",
          "'trigger':{'type':'tool_uses','value':4},'exclude_tools':['classify_ticket'] | 6",
          "'trigger':{'type':'tool_uses','value':4},'clear_at_least':{'type':'input_tokens','value':90000} | 0"
        },
        quoteCharacter = '`')
    void areClearedFromTheOldestOnOverATrigger(String fields, int cleared) {
      int before = door.count(body);
      JsonNode reply = edited(tools(fields.equals("''") ? "" : fields));

      JsonNode told = reply.at("/context_management/applied_edits");
      assertThat(told.path(0).path("cleared_tool_uses").asInt()).isEqualTo(cleared);
      assertThat(told.size()).isEqualTo(cleared == 0 ? 0 : 1);
      assertThat(reply.at("/usage/input_tokens").asInt())
          .isEqualTo(before - told.path(0).path("cleared_input_tokens").asInt());
    }

    @Test
    void staySoUntilThereIsEnoughForAnotherBatchSoThatTheCacheIsReadInBetween() {
      String least = NOW + ",'clear_at_least':{'type':'input_tokens','value':%d}";
      body.putObject("cache_control").put("type", "ephemeral");
      List<Integer> everyTime = new ArrayList<>();
      List<Integer> inBatches = new ArrayList<>();
      for (int turn = 0; turn < 12; turn++) {
        JsonNode reply = edited(tools(least.formatted(0)));
        everyTime.add(reply.at("/context_management/applied_edits/0/cleared_tool_uses").asInt());
        reply = edited(tools(least.formatted(400)));
        inBatches.add(reply.at("/context_management/applied_edits/0/cleared_tool_uses").asInt());
        if (turn > 0 && inBatches.get(turn).equals(inBatches.get(turn - 1))) {
          assertThat(reply.at("/usage/cache_read_input_tokens").asInt())
              .isGreaterThan(reply.at("/usage/cache_creation_input_tokens").asInt());
        }
        Client.answer(body, reply, desk::run);
      }

      assertThat(everyTime).doesNotHaveDuplicates();
      assertThat(inBatches).isSorted();
      assertThat(inBatches.stream().distinct().count()).isBetween(2L, 6L);
    }

    @Test
    void takeTheInputsAlongWhereThatIsAskedFor() {
      int results = edited(tools(NOW)).at("/usage/input_tokens").asInt();
      int named =
          edited(tools(NOW + ",'clear_tool_inputs':['draft_response']"))
              .at("/usage/input_tokens")
              .asInt();
      int all = edited(tools(NOW + ",'clear_tool_inputs':true")).at("/usage/input_tokens").asInt();

      assertThat(named).isLessThan(results);
      assertThat(all).isLessThan(named);
    }

    @Test
    void areNotSeenByTheModelAnyMore() {
      String none = ",'keep':{'type':'tool_uses','value':0},'clear_tool_inputs':true";

      assertThat(edited(tools(NOW)).path("content").findValuesAsText("name"))
          .containsExactly("set_priority");
      assertThat(edited(tools(NOW + none)).path("content").findValuesAsText("name"))
          .containsExactly("get_next_ticket");
    }
  }

  @Nested
  class ThinkingOfTurns {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'type':'thinking_turns','value':3} | 7",
          "{'type':'thinking_turns','value':10} | 0",
          "'all' | 0"
        },
        quoteCharacter = '`')
    void isClearedFromTheOldestOn(String keep, int cleared) {
      int before = door.count(body);
      JsonNode reply = edited(thinking(keep));

      JsonNode told = reply.at("/context_management/applied_edits/0");
      assertThat(told.path("cleared_thinking_turns").asInt()).isEqualTo(cleared);
      assertThat(told.path("cleared_input_tokens").asInt()).isEqualTo(cleared * 120);
      assertThat(reply.at("/usage/input_tokens").asInt()).isEqualTo(before - cleared * 120);
    }
  }

  @Test
  void anEditIsNoChangeOfThePrefix() {
    String[] edits = {thinking("{'type':'thinking_turns','value':2}"), tools(NOW)};
    for (int turn = 0; turn < 3; turn++) {
      JsonNode reply = edited(edits);
      assertThat(reply.path("input_transformations")).isEmpty();
      assertThat(reply.at("/context_management/applied_edits")).hasSize(2);
      Client.answer(body, reply, desk::run);
    }
    body.remove("context_management");
    assertThat(door.accepted(body, BINDING).path("input_transformations")).isEmpty();
  }

  @Test
  void inAStreamTheEditsComeAtTheEnd() {
    edited(tools(NOW));
    try (var server = SimulatorServer.start(SimulatorOptions.defaults())) {
      String events =
          new Client(server.baseUri())
              .post("/v1/messages", body.put("stream", true).toString(), "anthropic-beta", BETA)
              .body();

      assertThat(events.substring(events.indexOf("event: message_delta")))
          .contains("\"context_management\":{\"applied_edits\":[{");
      assertThat(events).containsOnlyOnce("applied_edits");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'edits':[{'type':'clear_everything'}]}",
        "{'edits':[{'type':'compact_20260112'}]}",
        "{'edits':[{'type':'clear_tool_uses_20250919'},{'type':'clear_thinking_20251015'}]}",
        "{'edits':[{'type':'clear_tool_uses_20250919','keep':{'value':-1}}]}",
        "{'edits':[{'type':'clear_tool_uses_20250919','trigger':{'value':'x'}}]}",
        "{'edits':[7]}",
        "{'edits':{}}"
      },
      quoteCharacter = '`')
  void anEditThatIsNoneIsRefused(String edits) {
    body.set("context_management", Client.read(edits.replace('\'', '"')));

    door.refusal(body, BETA);
  }
}
