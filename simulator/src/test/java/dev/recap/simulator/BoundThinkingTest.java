package dev.recap.simulator;

import static dev.recap.simulator.Conversations.text;
import static dev.recap.simulator.Conversations.tool;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thinking is good behind what it was written behind, and nowhere else. */
class BoundThinkingTest {
  private static final String BETA = "thinking-binding-controls-2026-08-01";
  private static final String REFUSED =
      ": Invalid `signature` in `thinking` block. The block is bound to a different conversation."
          + " Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to"
          + " \"drop_block\".";
  private static final String NEEDS_HEADER =
      " That setting requires the `" + BETA + "` value in the `anthropic-beta` header.";
  private static final String MODIFIED =
      ": `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be"
          + " modified. These blocks must remain as they were in the original response.";

  private Door door = Door.open();
  private SmallDesk desk;
  private ObjectNode body;

  @BeforeEach
  void thinkThreeTimes() {
    play("claude-opus-5-5", 3);
  }

  private void play(String model, int turns) {
    desk = new SmallDesk(3);
    body = DeskTask.request(3).put("model", model).put("system", "Be kind.");
    go(body, turns);
  }

  private void go(ObjectNode request, int turns) {
    for (int turn = 0; turn < turns; turn++) {
      Client.answer(request, door.accepted(request), desk::run);
    }
  }

  private static void strip(ObjectNode request, int message) {
    Client.content(request, message).remove(0);
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        change("nothing", body -> {}),
        change("another effort", body -> body.putObject("output_config").put("effort", "low")),
        change("a shorter reply", body -> body.put("max_tokens", 900)),
        change("a tool choice", body -> body.putObject("tool_choice").put("type", "none")),
        change("a breakpoint", body -> Conversations.cached(Client.block(body, 2, 0))),
        change(
            "a text as a block", body -> body.set("system", Conversations.list(text("Be kind.")))),
        change(
            "a deferred tool",
            body -> ((ArrayNode) body.path("tools")).add(tool("later").put("defer_loading", true))),
        change("keys in another order", BoundThinkingTest::turnKeys),
        change("thinking left out from the front", body -> strip(body, 1)),
        change("thinking left out at the end", body -> strip(body, 5)),
        change("all thinking left out", body -> List.of(1, 3, 5).forEach(i -> strip(body, i))));
  }

  static Stream<Arguments> harmful() {
    return Stream.of(
        change("system", 1, body -> body.put("system", "Be quick.")),
        change(
            "a tool's description",
            1,
            body -> ((ObjectNode) body.at("/tools/0")).put("description", "Another.")),
        change("a tool left out", 1, body -> ((ArrayNode) body.path("tools")).remove(6)),
        change("the task", 1, body -> ((ObjectNode) body.at("/messages/0")).put("content", "Go.")),
        change("a text more", 3, body -> Client.content(body, 2).add(text("Hurry."))),
        change("a result shortened", 5, body -> Client.block(body, 4, 0).put("content", "cleared")),
        change(
            "a call's input",
            3,
            body -> ((ObjectNode) Client.block(body, 1, 2).path("input")).put("why", "so")),
        change("words of its own", 3, body -> Client.block(body, 1, 1).put("text", "Well.")),
        change("a block in the middle left out", 5, body -> strip(body, 3)),
        change(
            "a turn left out",
            1,
            body -> {
              Client.messages(body).remove(1);
              Client.messages(body).remove(1);
            }));
  }

  private static Arguments change(String name, Consumer<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  /** With the message whose thinking is the first to be refused. */
  private static Arguments change(String name, int refused, Consumer<ObjectNode> change) {
    return Arguments.of(name, refused, change);
  }

  private static void turnKeys(ObjectNode body) {
    ObjectNode call = Client.block(body, 1, 2);
    JsonNode type = call.remove("type");
    call.set("type", type);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void whatLeavesThePrefixAsItWasIsAccepted(String name, Consumer<ObjectNode> change) {
    change.accept(body);

    assertThat(door.accepted(body, BETA).path("input_transformations")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmful")
  void whatChangesThePrefixIsRefusedInTheWordsOfTheApi(
      String name, int at, Consumer<ObjectNode> change) {
    change.accept(body);

    assertThat(door.refusal(body))
        .isEqualTo("messages." + at + ".content.0" + REFUSED + NEEDS_HEADER);
    assertThat(door.refusal(body, BETA)).isEqualTo("messages." + at + ".content.0" + REFUSED);
    assertThat(door.simulator().countTokens(body.toString(), Map.of()).status()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmful")
  void behindAChangeTheStaleBlocksMayBeDropped(String name, int at, Consumer<ObjectNode> change) {
    change.accept(body);
    JsonNode reply = door.accepted(Client.dropping(body), BETA);

    assertThat(reply.path("input_transformations").path(0).path("type").asText())
        .isEqualTo("thinking_dropped");
    assertThat(reply.path("input_transformations").findValuesAsText("reason"))
        .containsOnly("prefix_binding_mismatch");
    ObjectNode stripped = body.deepCopy();
    reply
        .path("input_transformations")
        .forEach(
            told -> strip(stripped, Integer.parseInt(told.path("path").asText().split("\\.")[1])));
    assertThat(reply.at("/usage/input_tokens"))
        .as("dropped blocks are not billed")
        .isEqualTo(door.accepted(stripped, BETA).at("/usage/input_tokens"));
  }

  @Nested
  class AfterAChange {
    @BeforeEach
    void change() {
      Client.block(body, 2, 0).put("content", "cleared");
    }

    @Test
    void whatIsThoughtNextStaysValidBesideTheStaleBlocks() {
      Client.answer(Client.dropping(body), door.accepted(body, BETA), desk::run);

      assertThat(door.accepted(body, BETA).path("input_transformations").findValuesAsText("path"))
          .containsExactly("messages.3.content.0", "messages.5.content.0");
    }

    @Test
    void whatIsThoughtNextIsValidWithoutTheStaleBlocks() {
      List.of(1, 3, 5).forEach(i -> strip(body, i));
      go(body, 2);

      assertThat(body.path("thinking").isMissingNode()).isTrue();
      assertThat(door.accepted(body, BETA).path("input_transformations")).isEmpty();
    }
  }

  @Test
  void aBlockPutBackMakesThoseThoughtMeanwhileInvalid() {
    JsonNode first = Client.block(body, 1, 0).deepCopy();
    JsonNode others = body.path("messages").path(3).path("content").path(0).deepCopy();
    List.of(1, 3, 5).forEach(i -> strip(body, i));
    go(body, 1);
    Client.content(body, 1).insert(0, first);
    assertThat(door.refusal(body, BETA)).isEqualTo("messages.7.content.0" + REFUSED);

    Client.content(body, 3).insert(0, others);
    assertThat(door.refusal(body, BETA)).isEqualTo("messages.7.content.0" + REFUSED);
  }

  @Nested
  class ASignature {
    @ParameterizedTest
    @ValueSource(strings = {"", "none", "c2VhbA==", "=====", "\u0000"})
    void thatIsForgedIsRefusedAndDroppingDoesNotHelp(String forged) {
      Client.block(body, 3, 0).put("signature", forged);

      assertThat(door.refusal(Client.dropping(body), BETA))
          .isEqualTo("messages.3.content.0: Invalid `signature` in `thinking` block");
    }

    @Test
    void standsForAnEmptyTextThatComesBackEmpty() {
      assertThat(Client.block(body, 1, 0).path("thinking").asText()).isEmpty();
      Client.block(body, 1, 0).put("thinking", "Something else.");

      assertThat(door.refusal(body))
          .isEqualTo("messages.1.content.0: Invalid `signature` in `thinking` block");
    }

    @Test
    void ofTheNewestMessageGoesWithItsBlocksUnchanged() {
      Client.block(body, 5, 0).put("thinking", "Something else.");

      assertThat(door.refusal(body)).isEqualTo("messages.5.content.0" + MODIFIED);
    }
  }

  @Test
  void anOpenRoundMayLoseAllItsThinkingUnlessTheAccountKeepsIt() {
    strip(body, 5);
    door.accepted(body);

    door = Door.with(SimulatorOptions.defaults().withAccount(new Account(true, true)));
    assertThat(door.refusal(body)).isEqualTo("messages.5.content.0" + MODIFIED);
    Client.asks(body, "And then?");
    strip(body, 3);
    assertThat(door.refusal(body)).isEqualTo("messages.5.content.0" + MODIFIED);
  }

  @Nested
  class AnOldAccount {
    @BeforeEach
    void start() {
      door = Door.with(SimulatorOptions.defaults().withAccount(new Account(false, false)));
    }

    @Test
    void isToldWhatWouldBeRefused() {
      body.put("system", "Be quick.");

      JsonNode told = door.accepted(body, BETA).path("input_transformations");
      assertThat(told.findValuesAsText("type")).containsOnly("thinking_mismatch_allowed");
      assertThat(told).hasSize(3);
      assertThat(door.accepted(body).has("input_transformations")).isFalse();
    }

    @Test
    void isRefusedWhereItAsksForIt() {
      Client.dropping(body).put("system", "Be quick.");
      ((ObjectNode) body.at("/thinking/block_binding")).put("prefix_mismatch_behavior", "error");

      assertThat(door.refusal(body, BETA)).isEqualTo("messages.1.content.0" + REFUSED);
    }

    @Test
    void isRefusedByAModelThatRefusesAll() {
      play("claude-fable-5-2", 2);
      body.put("system", "Be quick.");

      assertThat(door.refusal(body, BETA)).isEqualTo("messages.1.content.0" + REFUSED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-opus-5", "claude-sonnet-5"})
  void aModelThatBindsNothingTakesItsThinkingAnywhere(String model) {
    play(model, 3);
    Client.dropping(body).put("system", "Be quick.");

    assertThat(door.accepted(body, BETA).path("input_transformations")).isEmpty();
  }

  @Test
  void anotherModelDropsWhatItCannotReadWithoutBeingAsked() {
    JsonNode reply = door.accepted(body.put("model", "claude-sonnet-5"), BETA);

    assertThat(reply.path("input_transformations").findValuesAsText("reason"))
        .containsExactly(
            "model_binding_mismatch", "model_binding_mismatch", "model_binding_mismatch");
    assertThat(
            door.accepted(body.put("model", "claude-fable-5-1"), BETA)
                .path("input_transformations"))
        .isEmpty();
  }

  @Test
  void blockBindingNeedsItsHeader() {
    assertThat(door.refusal(Client.dropping(body)))
        .endsWith("block_binding: Extra inputs are not permitted");
  }
}
