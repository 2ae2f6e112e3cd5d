package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReplyTest extends ServedTest {
  @Override
  SimulatorOptions options() {
    return SimulatorOptions.defaults().withWindowTokens(20_000);
  }

  private void invalid(ObjectNode body, String text) {
    JsonNode error = client.message(body).path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("message").asText()).isEqualTo(text);
  }

  @Nested
  class TheReply {
    @Test
    void isTheSameForTheSameRequest() {
      ObjectNode body = DeskTask.request(2);
      assertThat(client.message(body).path("content"))
          .isEqualTo(client.message(body).path("content"));
    }

    @Test
    void hasOtherCallIdsForAnotherRequest() {
      ObjectNode body = DeskTask.request(2);
      String first = client.message(body).path("content").path(1).path("id").asText();
      String second =
          client.message(body.put("max_tokens", 999)).path("content").path(1).path("id").asText();
      assertThat(first).startsWith("toolu_").isNotEqualTo(second);
    }

    @Test
    void endsAtMaxTokens() {
      JsonNode reply = client.message(Client.request("Hello there").put("max_tokens", 10));
      assertThat(reply.path("stop_reason").asText()).isEqualTo("max_tokens");
      assertThat(reply.path("usage").path("output_tokens").asInt()).isBetween(8, 10);
    }

    @Test
    void losesACallsInputThatDoesNotFit() {
      ObjectNode body = Client.request("TICKET-1 is open. Only the draft is missing.");
      body.set("tools", DeskTask.tools());
      JsonNode reply = client.message(body.put("max_tokens", 60));
      assertThat(reply.path("stop_reason").asText()).isEqualTo("max_tokens");
      assertThat(reply.path("content").path(1).path("input")).isEmpty();
    }

    @Test
    void endsAtAStopSequence() {
      ObjectNode body = Client.request("Hello there");
      body.putArray("stop_sequences").add("simulator");
      JsonNode reply = client.message(body);
      assertThat(reply.path("stop_reason").asText()).isEqualTo("stop_sequence");
      assertThat(reply.path("stop_sequence").asText()).isEqualTo("simulator");
      assertThat(reply.path("content").path(0).path("text").asText()).endsWith("This is a ");
    }

    @Test
    void endsAtTheWindow() {
      ObjectNode body = Client.request("word ".repeat(16_925));
      int prompt = new TokenCounter().countRequest(body);
      assertThat(prompt).isBetween(19_950, 19_999);
      assertThat(client.message(body).path("stop_reason").asText())
          .isEqualTo("model_context_window_exceeded");
    }

    @Test
    void isPoliteWhereThereIsNoWork() {
      String text = client.message(Client.request("Good morning")).path("content").toString();
      assertThat(text).contains("Good morning").contains("not a language model");
    }

    @Test
    void isAQuestionWhereToolsComeWithoutATask() {
      ObjectNode body = Client.request("Good morning");
      body.set("tools", DeskTask.tools());
      JsonNode reply = client.message(body);
      assertThat(reply.path("stop_reason").asText()).isEqualTo("end_turn");
      assertThat(reply.path("content").path(0).path("text").asText()).endsWith("?");
    }
  }

  @Nested
  class ToolChoice {
    private ObjectNode task(String choice) {
      ObjectNode body = DeskTask.request(2);
      body.set("tool_choice", Client.read(choice));
      return body;
    }

    @Test
    void noneMakesNoCall() {
      assertThat(client.message(task("{\"type\":\"none\"}")).path("stop_reason").asText())
          .isEqualTo("end_turn");
    }

    @Test
    void aNamedToolIsCalledWithAnInputItsSchemaAccepts() {
      JsonNode reply = client.message(task("{\"type\":\"tool\",\"name\":\"set_priority\"}"));
      assertThat(reply.path("content").path(0).path("input"))
          .isEqualTo(Client.read("{\"ticket_id\":\"example\",\"priority\":\"low\"}"));
    }

    @Test
    void anyIsContentWithTheNextStep() {
      JsonNode reply = client.message(task("{\"type\":\"any\"}"));
      assertThat(reply.path("content").path(1).path("name").asText()).isEqualTo("get_next_ticket");
    }

    @Test
    void anUnknownToolIsRefused() {
      invalid(
          task("{\"type\":\"tool\",\"name\":\"fly\"}"), "Tool 'fly' not found in provided tools");
    }
  }

  @Nested
  class CountTokens {
    @Test
    void isWhatTheMessageIsChargedFor() {
      ObjectNode body = DeskTask.request(2);
      body.put("system", "Be kind.");
      int charged = client.message(body).path("usage").path("input_tokens").asInt();
      String counted =
          client.post("/v1/messages/count_tokens", body.without("max_tokens").toString()).body();
      assertThat(counted).isEqualTo("{\"input_tokens\":" + charged + "}");
    }
  }

  @Nested
  class Thinking {
    private ObjectNode thinking(ObjectNode body) {
      body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1024);
      return body;
    }

    private ObjectNode task() {
      ObjectNode body = thinking(Client.request(DeskTask.TASK.formatted(2)));
      body.set("tools", DeskTask.tools());
      return body;
    }

    @Test
    void repliesBeginWithASignedThinkingBlock() {
      JsonNode first = client.message(task()).path("content").path(0);
      assertThat(first.path("type").asText()).isEqualTo("thinking");
      assertThat(first.path("signature").asText()).isNotBlank();
    }

    @Test
    void aBlockThatComesBackUnchangedIsAccepted() {
      ObjectNode body = task();
      Client.answer(body, client.message(body), new SmallDesk(2)::run);
      assertThat(client.message(body).path("type").asText()).isEqualTo("message");
    }

    @Test
    void aChangedBlockIsRefused() {
      ObjectNode body = task();
      JsonNode reply = client.message(body);
      ((ObjectNode) reply.path("content").path(0)).put("thinking", "something else");
      Client.answer(body, reply, new SmallDesk(2)::run);
      invalid(
          body,
          "messages.1.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant"
              + " message cannot be modified. These blocks must remain as they were in the original"
              + " response.");
    }

    @Test
    void aLiveLoopKeepsItsThinking() {
      ObjectNode body = task();
      JsonNode reply = client.message(body);
      ((ArrayNode) reply.path("content")).remove(0);
      Client.answer(body, reply, new SmallDesk(2)::run);
      assertThat(client.message(body).path("error").path("message").asText())
          .startsWith(
              "messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found"
                  + " `text`.");
    }

    @Test
    void theBudgetIsSmallerThanTheReply() {
      assertThat(
              client
                  .message(thinking(Client.request("Hi")).put("max_tokens", 1024))
                  .path("error")
                  .path("message")
                  .asText())
          .startsWith("`max_tokens` must be greater than `thinking.budget_tokens`.");
    }
  }
}
