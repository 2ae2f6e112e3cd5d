package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompactionOnDemandTest extends ServedTest {
  private static final String[] BETA = {"anthropic-beta", "other-beta,compact-2026-09-04"};

  private SmallDesk desk;
  private ObjectNode body;

  @BeforeEach
  void playTenCalls() {
    desk = new SmallDesk(5);
    body = DeskTask.request(5);
    for (int i = 0; i < 10; i++) {
      Client.answer(body, client.message(body), desk::run);
    }
  }

  private ObjectNode compaction() {
    ObjectNode asking = body.deepCopy();
    asking.putObject("compaction").put("type", "summarize");
    return asking;
  }

  private static String code(JsonNode error) {
    return error.path("error").path("details").path("error_code").asText();
  }

  private static String message(JsonNode error) {
    return error.path("error").path("message").asText();
  }

  /** The request after the swap: the returned message in place of what was sent. */
  private ObjectNode swapped(JsonNode compacted) {
    ObjectNode next = body.deepCopy();
    Client.messages(next)
        .removeAll()
        .addObject()
        .put("role", "assistant")
        .set("content", compacted.path("content"));
    return next;
  }

  @Nested
  class ARequestForIt {
    @Test
    void isAnsweredByOneSignedBlock() {
      JsonNode reply = client.message(compaction(), BETA);

      assertThat(reply.path("stop_reason").asText()).isEqualTo("compaction");
      assertThat(reply.path("content")).hasSize(1);
      JsonNode block = reply.path("content").path(0);
      assertThat(block.path("type").asText()).isEqualTo("compaction");
      assertThat(block.path("content").asText()).contains("TICKET-1 is closed", "TICKET-2 is open");
      assertThat(block.path("signature").asText()).isNotEmpty();
    }

    @Test
    void countsInTheIterationsAndNotAtTheTop() {
      JsonNode usage = client.message(compaction(), BETA).path("usage");

      assertThat(usage.path("input_tokens").asInt()).isZero();
      assertThat(usage.path("output_tokens").asInt()).isZero();
      JsonNode iteration = usage.path("iterations").path(0);
      assertThat(iteration.path("type").asText()).isEqualTo("compaction");
      assertThat(iteration.path("input_tokens").asInt())
          .isEqualTo(client.message(body).path("usage").path("input_tokens").asInt());
      assertThat(iteration.path("output_tokens").asInt()).isEqualTo(105 + 2 * 155);
    }

    @Test
    void mayEndWithAFinalAnswer() {
      ObjectNode asking = compaction();
      Client.messages(asking).addObject().put("role", "assistant").put("content", "That is all.");

      assertThat(client.message(asking, BETA).path("stop_reason").asText()).isEqualTo("compaction");
    }

    @Test
    void isRefusedWhileACallIsUnanswered() {
      ObjectNode asking = compaction();
      Client.messages(asking).remove(Client.messages(asking).size() - 1);

      JsonNode error = client.message(asking, BETA);
      assertThat(message(error)).contains("without `tool_result` blocks");
      assertThat(code(error)).isEqualTo("compaction_incomplete_turn");
    }

    @Test
    void needsTheBetaHeader() {
      assertThat(message(client.message(compaction())))
          .contains("requires anthropic-beta: compact-2026-09-04");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "stop_sequences|[\"x\"]",
          "tool_choice|{\"type\":\"any\"}",
          "context_management|{\"edits\":[]}",
          "output_config|{\"format\":{\"type\":\"json_schema\"}}",
          "output_config|{\"task_budget\":{\"remaining\":1000}}"
        })
    void isRefusedWithWhatMakesNoSenseForASummary(String field, String value) {
      ObjectNode asking = compaction();
      asking.set(field, Client.read(value));

      assertThat(message(client.message(asking, BETA))).contains("cannot be combined");
    }

    @Test
    void givesNoBlockWhereTheSummaryDidNotEndNormally() {
      JsonNode truncated =
          client.message(compaction(), BETA[0], BETA[1], "x-simulator-summary-mode", "truncated");
      JsonNode empty =
          client.message(compaction(), BETA[0], BETA[1], "x-simulator-summary-mode", "empty");
      JsonNode tooShort = client.message(compaction().put("max_tokens", 50), BETA);

      assertThat(truncated.path("content")).isEmpty();
      assertThat(truncated.path("stop_reason").asText()).isEqualTo("max_tokens");
      assertThat(empty.path("stop_reason").asText()).isEqualTo("end_turn");
      assertThat(tooShort.path("content")).isEmpty();
      assertThat(tooShort.path("stop_reason").asText()).isEqualTo("max_tokens");
      JsonNode iteration = tooShort.path("usage").path("iterations").path(0);
      assertThat(iteration.path("output_tokens").asInt()).isBetween(45, 50);
    }

    @Test
    void mayBeUnavailable() {
      JsonNode error =
          client.message(compaction(), BETA[0], BETA[1], "x-simulator-summary-mode", "http-529");

      assertThat(code(error)).isEqualTo("compaction_unavailable");
    }

    @Test
    void isStreamedAsAWholeBlock() {
      String events =
          client.post("/v1/messages", compaction().put("stream", true).toString(), BETA).body();

      assertThat(events)
          .contains("\"content_block\":{\"type\":\"compaction\",\"content\":\"Hand-over notes.")
          .contains("\"stop_reason\":\"compaction\"")
          .contains("\"iterations\"")
          .doesNotContain("content_block_delta");
    }
  }

  @Nested
  class TheBlock {
    private JsonNode compacted;

    @BeforeEach
    void compact() {
      compacted = client.message(compaction(), BETA);
    }

    @Test
    void standsForWhatItSummarizes() {
      JsonNode next = client.message(swapped(compacted), BETA);
      JsonNode before = client.message(body);

      assertThat(next.path("content").findValuesAsText("name")).containsExactly("set_priority");
      assertThat(next.path("content").path(1).path("input"))
          .isEqualTo(before.path("content").path(1).path("input"));
      assertThat(next.path("usage").path("input_tokens").asInt())
          .isLessThan(before.path("usage").path("input_tokens").asInt());
    }

    @Test
    void carriesARunToItsEnd() {
      ObjectNode next = swapped(compacted);
      for (int turn = 0; turn < 40; turn++) {
        JsonNode reply = client.message(next, BETA);
        if (!Client.goesOn(reply)) {
          break;
        }
        Client.answer(next, reply, desk::run);
      }

      assertThat(desk.complete()).isEqualTo(5);
      assertThat(desk.calls()).hasSize(36);
    }

    @Test
    void mayBeCompactedAgain() {
      ObjectNode asking = swapped(compacted);
      asking.putObject("compaction").put("type", "summarize");

      assertThat(client.message(asking, BETA).path("content").path(0).path("content").asText())
          .contains("TICKET-1 is closed", "TICKET-2 is open");
    }

    @Test
    void needsTheBetaHeader() {
      assertThat(message(client.message(swapped(compacted)))).contains("Input tag 'compaction'");
    }

    @Test
    void hasToComeFirst() {
      ObjectNode misplaced = body.deepCopy();
      Client.said(misplaced, compacted);

      assertThat(code(client.message(misplaced, BETA))).isEqualTo("compaction_block_misplaced");
    }

    @Test
    void hasToComeBackUnchanged() {
      ObjectNode changed = swapped(compacted.deepCopy());
      ObjectNode block = (ObjectNode) changed.at("/messages/0/content/0");
      block.put("content", "TICKET-9 is closed.");
      assertThat(code(client.message(changed, BETA))).isEqualTo("compaction_content_mismatch");

      Client.messages(changed).addObject().put("role", "assistant").putArray("content").add(block);
      block.put("content", compacted.at("/content/0/content").asText());
      assertThat(code(client.message(changed, BETA))).isEqualTo("compaction_block_ambiguous");

      Client.messages(changed).remove(1);
      block.put("signature", "none");
      assertThat(code(client.message(changed, BETA))).isEqualTo("compaction_signature_invalid");

      block.putNull("citations");
      assertThat(message(client.message(changed, BETA)))
          .isEqualTo("messages.0.content.0.compaction.citations: Extra inputs are not permitted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-fable-5-2", "claude-sonnet-4-5", "claude-haiku-4-5"})
  void isRefusedByModelsThatDoNotHaveIt(String model) {
    assertThat(message(client.message(compaction().put("model", model), BETA)))
        .isEqualTo("compaction: not supported for this model");
  }
}
