package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reply of a thinking model looks like, and what it costs to carry. */
class AdaptiveThinkingTest {
  private final Door door = Door.open();

  private static ObjectNode task(String model) {
    return DeskTask.request(3).put("model", model);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-fable-5-2",
        "claude-opus-5-5",
        "claude-sonnet-5-5",
        "claude-haiku-5-5",
        "claude-opus-5",
        "claude-sonnet-5"
      })
  void comesUnaskedWithAnEmptyText(String model) {
    JsonNode first = door.accepted(task(model)).at("/content/0");

    assertThat(first.path("type").asText()).isEqualTo("thinking");
    assertThat(first.path("thinking").asText()).isEmpty();
    assertThat(first.path("signature").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-4-8", "claude-opus-4-6", "claude-haiku-4-5", "any-model"})
  void doesNotComeUnaskedFromOlderModels(String model) {
    JsonNode reply = door.accepted(task(model));

    assertThat(reply.at("/content/0/type").asText()).isEqualTo("text");
    assertThat(reply.at("/usage/output_tokens_details/thinking_tokens").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"low, 40", "medium, 120", "high, 240", "xhigh, 480", "max, 960"})
  void isAsLongAsTheEffortMakesIt(String effort, int tokens) {
    ObjectNode body = task("claude-sonnet-5-5");
    body.putObject("output_config").put("effort", effort);
    JsonNode usage = door.accepted(body).path("usage");

    assertThat(usage.at("/output_tokens_details/thinking_tokens").asInt()).isEqualTo(tokens);
    assertThat(usage.path("output_tokens").asInt()).isGreaterThan(tokens);
  }

  @ParameterizedTest
  @CsvSource({"claude-opus-5-5, 120", "claude-haiku-5-5, 120", "claude-opus-5, 240"})
  void hasAnEffortOfItsModel(String model, int tokens) {
    assertThat(
            door.accepted(task(model)).at("/usage/output_tokens_details/thinking_tokens").asInt())
        .isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"claude-opus-5-5, 120", "claude-opus-5, 240"})
  void isBilledAsInputWhenItIsCarried(String model, int tokens) {
    ObjectNode body = task(model);
    Client.answer(body, door.accepted(body), new SmallDesk(3)::run);
    int carried = door.count(body);
    ((ArrayNode) body.at("/messages/1/content")).remove(0);

    assertThat(carried - door.count(body)).isEqualTo(tokens);
  }

  @Test
  void ofFinishedTurnsIsNotBilledOnTheOldestModels() {
    ObjectNode body = task("claude-haiku-4-5");
    body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1024);
    Client.answer(body, door.accepted(body), new SmallDesk(3)::run);
    int live = door.count(body);
    ObjectNode bare = body.deepCopy().without(List.of("thinking"));
    ((ArrayNode) bare.at("/messages/1/content")).remove(0);
    assertThat(live).isGreaterThan(door.count(bare));

    Client.said(body, Client.read("{\"content\":\"All done.\"}"));
    Client.asks(body, "And now?");
    Client.said(bare, Client.read("{\"content\":\"All done.\"}"));
    Client.asks(bare, "And now?");
    assertThat(door.count(body)).isEqualTo(door.count(bare));
  }

  @Test
  void showsItsTextWhereThatIsAskedFor() {
    ObjectNode body = task("claude-opus-5-5");
    body.putObject("thinking").put("type", "adaptive").put("display", "summarized");
    JsonNode reply = door.accepted(body);

    assertThat(reply.at("/content/0/thinking").asText()).isNotEmpty();
    assertThat(reply.at("/usage/output_tokens_details/thinking_tokens").asInt()).isEqualTo(120);
    Client.answer(body, reply, new SmallDesk(3)::run);
    door.accepted(body);
  }

  @Test
  void isCutOffWhereTheReplyHasNoRoom() {
    JsonNode reply = door.accepted(task("claude-opus-5-5").put("max_tokens", 50));

    assertThat(reply.path("stop_reason").asText()).isEqualTo("max_tokens");
    assertThat(reply.path("content").findValuesAsText("type")).containsExactly("thinking");
    assertThat(reply.at("/usage/output_tokens").asInt()).isEqualTo(50);
    assertThat(reply.at("/usage/output_tokens_details/thinking_tokens").asInt()).isEqualTo(50);
  }

  @Test
  void standsBetweenSeveralCallsAndLeavesWhollyOrNotAtAll() {
    Door several = Door.with(SimulatorOptions.defaults().withSchedule(Schedule.PARALLEL));
    ObjectNode body = task("claude-opus-5-5");
    SmallDesk desk = new SmallDesk(3);
    Client.answer(body, several.accepted(body), desk::run);
    JsonNode reply = several.accepted(body);
    assertThat(reply.path("content").findValuesAsText("type"))
        .containsExactly(
            "thinking", "text", "tool_use", "tool_use", "tool_use", "thinking", "tool_use");
    Client.answer(body, reply, desk::run);
    several.accepted(body);

    ArrayNode content = (ArrayNode) body.at("/messages/3/content");
    content.remove(0);
    assertThat(several.refusal(body))
        .startsWith("messages.3.content.")
        .endsWith(
            ": `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be"
                + " modified. These blocks must remain as they were in the original response.");
    content.remove(4);
    several.accepted(body);
  }

  @Test
  void isStreamedAsItsSignatureAlone() {
    try (var server = SimulatorServer.start(SimulatorOptions.defaults())) {
      String events =
          new Client(server.baseUri())
              .post("/v1/messages", task("claude-opus-5-5").put("stream", true).toString())
              .body();

      assertThat(events).contains("signature_delta").doesNotContain("thinking_delta");
    }
  }
}
