package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a model that binds its thinking to everything before it. */
class BoundThinkingTest {
  private static final Map<String, String> CONTROLS =
      Map.of("anthropic-beta", "thinking-binding-controls-2026-08-01");
  private static final String REFUSED =
      ": Invalid `signature` in `thinking` block. The block is bound to a different conversation."
          + " Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to"
          + " \"drop_block\".";

  private final SmallDesk desk = new SmallDesk(3);
  private Simulator simulator = like(Likeness.BY_NAME);
  private ObjectNode body;

  private static Simulator like(Likeness likeness) {
    return Simulator.of(SimulatorOptions.defaults().withLikeness(likeness));
  }

  @BeforeEach
  void playFourCalls() {
    body = DeskTask.request(3).put("model", "claude-opus-5-5");
    for (int i = 0; i < 4; i++) {
      Client.answer(body, good(body, Map.of()), desk::run);
    }
  }

  private JsonNode good(ObjectNode asked, Map<String, String> headers) {
    Simulator.Answer answer = simulator.answer(asked.toString(), headers);
    assertThat(answer.status()).as(answer.json()).isEqualTo(200);
    return Client.read(answer.json());
  }

  private String refusal(ObjectNode asked, Map<String, String> headers) {
    Simulator.Answer answer = simulator.answer(asked.toString(), headers);
    assertThat(answer.status()).as(answer.json()).isEqualTo(400);
    return Client.read(answer.json()).path("error").path("message").asText();
  }

  private ObjectNode message(int index) {
    return (ObjectNode) Client.messages(body).get(index);
  }

  private static void forget(JsonNode message) {
    ((ArrayNode) message.path("content")).remove(0);
  }

  @Test
  void aReplyBeginsWithThinkingThatIsSignedAndNotShown() {
    JsonNode reply = good(body, Map.of());

    JsonNode first = reply.path("content").path(0);
    assertThat(first.path("type").asText()).isEqualTo("thinking");
    assertThat(first.path("thinking").asText()).isEmpty();
    assertThat(first.path("signature").asText()).isNotEmpty();
    assertThat(reply.path("usage").path("output_tokens_details").path("thinking_tokens").asInt())
        .isEqualTo(160);
    assertThat(reply.path("usage").path("output_tokens").asInt()).isGreaterThan(160);
  }

  @ParameterizedTest
  @CsvSource({"low,30", "medium,80", "high,160", "xhigh,320", "max,640"})
  void theEffortSaysHowLongItThinksAndIsNoPartOfThePrefix(String effort, int tokens) {
    body.putObject("output_config").put("effort", effort);

    assertThat(
            good(body, Map.of())
                .path("usage")
                .path("output_tokens_details")
                .path("thinking_tokens")
                .asInt())
        .isEqualTo(tokens);
  }

  static Stream<Arguments> whatChangesNothing() {
    return Stream.of(
        change("nothing", body -> {}),
        change("where the cache is written", BoundThinkingTest::cacheTheLast),
        change("the limit", body -> body.put("max_tokens", 9_000)),
        change("the front of the thinking", body -> forget(Client.messages(body).get(1))),
        change(
            "all thinking",
            body ->
                Client.messages(body)
                    .forEach(m -> {
                      if (m.path("role").asText().equals("assistant")) {
                        forget(m);
                      }
                    })),
        change("the end of the thinking", body -> forget(Client.messages(body).get(7))));
  }

  static Stream<Arguments> whatChangesThePrefix() {
    return Stream.of(
        change("the system prompt", body -> body.put("system", "Be quick.")),
        change("a tool", body -> ((ArrayNode) body.path("tools")).remove(0)),
        change("the task", body -> text(Client.messages(body).get(0))),
        change(
            "a result",
            body ->
                ((ObjectNode) Client.messages(body).get(2).path("content").get(0))
                    .put("content", "cleared")),
        change(
            "a call's input",
            body -> {
              JsonNode content = Client.messages(body).get(3).path("content");
              ((ObjectNode) content.get(content.size() - 1)).putObject("input").put("x", 1);
            }),
        change("the midst of the thinking", body -> forget(Client.messages(body).get(3))));
  }

  private static Arguments change(String what, Consumer<ObjectNode> how) {
    return Arguments.argumentSet(what, how);
  }

  private static void text(JsonNode message) {
    ((ObjectNode) message).put("content", "Something else.");
  }

  private static void cacheTheLast(ObjectNode body) {
    JsonNode last = Client.messages(body).get(Client.messages(body).size() - 1).path("content");
    Conversations.cached((ObjectNode) last.get(last.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("whatChangesNothing")
  void itTakesBackWhatStandsBehindWhatItStoodBehind(Consumer<ObjectNode> change) {
    change.accept(body);

    assertThat(good(body, CONTROLS).path("input_transformations")).isEmpty();
    assertThat(good(body, Map.of()).has("input_transformations")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("whatChangesThePrefix")
  void itRefusesWhatStandsBehindSomethingElse(Consumer<ObjectNode> change) {
    change.accept(body);

    assertThat(refusal(body, CONTROLS)).endsWith(REFUSED);
    assertThat(refusal(body, Map.of()))
        .endsWith(
            REFUSED
                + " That setting requires the `thinking-binding-controls-2026-08-01` value in the"
                + " `anthropic-beta` header.");
  }

  @ParameterizedTest
  @MethodSource("whatChangesThePrefix")
  void orPassesItOverWhereItIsAskedTo(Consumer<ObjectNode> change) {
    int whole = good(body, Map.of()).path("usage").path("input_tokens").asInt();
    change.accept(body);
    body.putObject("thinking")
        .put("type", "adaptive")
        .putObject("block_binding")
        .put("prefix_mismatch_behavior", "drop_block");
    JsonNode reply = good(body, CONTROLS);

    assertThat(reply.path("input_transformations"))
        .isNotEmpty()
        .allSatisfy(one -> {
          assertThat(one.path("type").asText()).isEqualTo("thinking_dropped");
          assertThat(one.path("reason").asText()).isEqualTo("prefix_binding_mismatch");
          assertThat(one.path("path").asText())
              .matches("messages\\.[357]\\.content\\.0|messages\\.1\\.content\\.0");
        });
    assertThat(reply.path("usage").path("input_tokens").asInt()).isLessThan(whole);
    assertThat(refusal(body, Map.of())).isEqualTo("block_binding: Extra inputs are not permitted");
  }

  @Test
  void whatWasSignedBesideAnotherTextIsRefusedForGood() {
    ((ObjectNode) message(3).path("content").get(0)).put("thinking", "Ha!");
    body.putObject("thinking")
        .put("type", "adaptive")
        .putObject("block_binding")
        .put("prefix_mismatch_behavior", "drop_block");

    assertThat(refusal(body, CONTROLS))
        .isEqualTo("messages.3.content.0: Invalid `signature` in `thinking` block");
  }

  @Test
  void behindItsOwnSummaryTheNewestTurnStaysValid() {
    ObjectNode asking = body.deepCopy();
    Client.messages(asking).remove(8);
    Client.messages(asking).remove(7);
    asking.putObject("compaction").put("type", "summarize");
    JsonNode block =
        good(asking, Map.of("anthropic-beta", "compact-2026-09-04")).path("content").path(0);
    ArrayNode rest = Client.messages(body);
    ((ArrayNode) rest.get(7).path("content")).insert(0, block);
    for (int i = 0; i < 7; i++) {
      rest.remove(0);
    }

    good(body, Map.of("anthropic-beta", "compact-2026-09-04"));
    ((ObjectNode) rest.get(0).path("content").get(2)).putObject("input").put("changed", true);
    Client.answer(body, good(body, Map.of("anthropic-beta", "compact-2026-09-04")), desk::run);
    ((ObjectNode) rest.get(0).path("content").get(2)).putObject("input").put("changed", false);
    assertThat(refusal(body, Map.of("anthropic-beta", "compact-2026-09-04")))
        .contains("bound to a different conversation");
  }

  @Test
  void aStrictOneWantsTheThinkingOfAnOpenRoundBack() {
    simulator = like(Likeness.BY_NAME_STRICT);
    forget(message(7));

    assertThat(refusal(body, Map.of()))
        .isEqualTo(
            "messages.7: `thinking` or `redacted_thinking` blocks in the latest assistant message"
                + " cannot be modified. These blocks must remain as they were in the original"
                + " response.");
  }

  @Nested
  class OtherModels {
    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-5-5", "claude-sonnet-5-5", "claude-fable-5-2"})
    void thatAlwaysThinkRefuseToStop(String model) {
      ObjectNode asked = Client.request("Hi").put("model", model);
      asked.putObject("thinking").put("type", "disabled");

      assertThat(refusal(asked, Map.of()))
          .startsWith("\"thinking.type.disabled\" is not supported for this model.");
    }

    @ParameterizedTest
    @CsvSource({
      "claude-haiku-4-5, adaptive, adaptive thinking is not supported on this model",
      "claude-opus-4-8, enabled, \"thinking.type.enabled\" is not supported for this model.",
    })
    void refuseTheOtherKindOfThinking(String model, String type, String words) {
      ObjectNode asked = Client.request("Hi").put("model", model);
      asked.putObject("thinking").put("type", type).put("budget_tokens", 2_000);

      assertThat(refusal(asked, Map.of())).startsWith(words);
    }

    @Test
    void refuseSamplingAForcedToolAndPrefill() {
      ObjectNode asked = DeskTask.request(1).put("model", "claude-sonnet-5-5");
      assertThat(refusal(asked.deepCopy().put("temperature", 0.5), Map.of()))
          .contains("temperature");
      ObjectNode forced = asked.deepCopy();
      forced.putObject("tool_choice").put("type", "any");
      assertThat(refusal(forced, Map.of()))
          .isEqualTo("tool_choice: type \"tool\" and \"any\" are not supported for this model.");
      Client.messages(asked).addObject().put("role", "assistant").put("content", "So");
      assertThat(refusal(asked, Map.of())).contains("prefill");
    }

    @Test
    void countMoreTokensAndHaveAWiderWindow() {
      ObjectNode older = Client.request("word ".repeat(190_000)).put("model", "claude-haiku-4-5");
      ObjectNode newer = older.deepCopy().put("model", "claude-haiku-5-5");

      assertThat(refusal(older, Map.of())).endsWith("> 200000 maximum");
      assertThat(good(newer, Map.of()).path("usage").path("input_tokens").asInt())
          .isBetween(270_000, 310_000);
    }

    @Test
    void thatNobodyKnowsAreAsRecorded() {
      JsonNode reply = good(Client.request("Hi").put("model", "mine"), Map.of());

      assertThat(reply.path("content").path(0).path("type").asText()).isEqualTo("text");
    }
  }
}
