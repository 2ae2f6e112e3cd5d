package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A prompt over a threshold is compacted before it is answered. */
class ThresholdCompactionTest {
  private static final String BETA = "compact-2026-01-12";
  private static final String PADDING = "Nothing to see here. ".repeat(11_000);

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
    ask(body, 50_000, false);
  }

  private static void ask(ObjectNode body, int tokens, boolean pauses) {
    ObjectNode edit = body.putObject("context_management").putArray("edits").addObject();
    edit.put("type", "compact_20260112").put("pause_after_compaction", pauses);
    edit.putObject("trigger").put("type", "input_tokens").put("value", tokens);
  }

  private void grow() {
    Client.asks(body, PADDING);
  }

  private int steps(ObjectNode from, int most) {
    int compactions = 0;
    for (int turn = 0; turn < most; turn++) {
      JsonNode reply = door.accepted(from, BETA);
      compactions += reply.at("/content/0/type").asText().equals("compaction") ? 1 : 0;
      if (!Client.goesOn(reply)) {
        return compactions;
      }
      Client.answer(from, reply, desk::run);
    }
    return compactions;
  }

  @Test
  void belowItNothingHappens() {
    JsonNode reply = door.accepted(body, BETA);

    assertThat(reply.path("content").findValuesAsText("type")).doesNotContain("compaction");
    assertThat(reply.path("usage").has("iterations")).isFalse();
    assertThat(reply.at("/context_management/applied_edits")).isEmpty();
  }

  @Test
  void aboveItTheReplyBeginsWithAnUnsignedBlockAndGoesOn() {
    grow();
    JsonNode reply = door.accepted(body, BETA);

    assertThat(reply.path("content").findValuesAsText("type"))
        .containsExactly("compaction", "thinking", "text", "tool_use");
    assertThat(reply.at("/content/0/content").asText())
        .contains("TICKET-1 is closed", "TICKET-2 is open");
    assertThat(reply.at("/content/0").has("signature")).isFalse();
    assertThat(reply.path("content").findValuesAsText("name")).containsExactly("set_priority");
    JsonNode iterations = reply.at("/usage/iterations");
    assertThat(iterations.findValuesAsText("type")).containsExactly("compaction", "message");
    assertThat(iterations.at("/0/input_tokens").asInt()).isGreaterThan(50_000);
    assertThat(reply.at("/usage/input_tokens")).isEqualTo(iterations.at("/1/input_tokens"));
    assertThat(reply.at("/usage/input_tokens").asInt()).isLessThan(5_000);
  }

  @Test
  void whatStandsBeforeTheBlockIsIgnoredAndTheThinkingBehindItValid() {
    grow();
    Client.answer(body, door.accepted(body, BETA), desk::run);
    ObjectNode without = body.deepCopy();
    while (Client.messages(without).size() > 2) {
      Client.messages(without).remove(0);
    }

    assertThat(door.count(body, BETA)).isEqualTo(door.count(without, BETA)).isLessThan(5_000);
    assertThat(steps(body, 60)).isZero();
    assertThat(desk.complete()).isEqualTo(5);
    assertThat(desk.calls()).hasSize(36);
  }

  @Test
  void staleThinkingBehindTheBlockIsNamedByThePlaceItWasSentAt() {
    grow();
    Client.answer(body, door.accepted(body, BETA), desk::run);
    int sent = Client.messages(body).size();
    body.put("system", "Be quick.");

    assertThat(door.refusal(body, BETA))
        .startsWith("messages." + (sent - 2) + ".content.1: Invalid `signature`");
  }

  @Test
  void aPauseGivesTheBlockAlone() {
    grow();
    ask(body, 50_000, true);
    JsonNode reply = door.accepted(body, BETA);

    assertThat(reply.path("content").findValuesAsText("type")).containsExactly("compaction");
    assertThat(reply.path("stop_reason").asText()).isEqualTo("compaction");
    assertThat(reply.at("/usage/input_tokens").asInt()).isZero();
    assertThat(reply.at("/usage/iterations").findValuesAsText("type"))
        .containsExactly("compaction");
    Client.said(body, reply);
    steps(body, 60);
    assertThat(desk.complete()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"empty", "truncated"})
  void aSummaryThatFailsLeavesTheWorkAsItWas(String mode) {
    grow();
    Door failing = Door.with(SimulatorOptions.defaults().withSummaryMode(SummaryMode.parse(mode)));
    JsonNode reply = failing.accepted(body, BETA);

    assertThat(reply.at("/content/0/content").isNull()).isTrue();
    assertThat(reply.path("content").findValuesAsText("name")).containsExactly("set_priority");
    Client.answer(body, reply, desk::run);
    failing.accepted(body, BETA);
  }

  @Test
  void itIsStreamedInOneDelta() {
    grow();
    try (var server = SimulatorServer.start(SimulatorOptions.defaults())) {
      String events =
          new Client(server.baseUri())
              .post("/v1/messages", body.put("stream", true).toString(), "anthropic-beta", BETA)
              .body();

      assertThat(events)
          .contains("\"content_block\":{\"type\":\"compaction\",\"content\":null}")
          .containsOnlyOnce("\"compaction_delta\"")
          .contains("\"iterations\"");
    }
  }

  @Test
  void theTriggerIsAtLeastFiftyThousand() {
    ask(body, 49_999, false);

    assertThat(door.refusal(body, BETA))
        .isEqualTo(
            "context_management.edits.0.compact_20260112: trigger.value must be at least 50000");
  }

  @Test
  void theHeaderAndTheEditAreNeededWhileABlockRemains() {
    grow();
    Client.answer(body, door.accepted(body, BETA), desk::run);

    assertThat(door.refusal(body)).isEqualTo("context_management: Extra inputs are not permitted");
    body.remove("context_management");
    assertThat(door.refusal(body, BETA))
        .isEqualTo(
            "`compaction` blocks require a `compact_20260112` strategy in"
                + " `context_management.edits`.");
  }
}
