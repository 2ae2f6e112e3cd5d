package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.reply;
import static dev.recap.anthropic.MessagesServer.textReply;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
  @RegisterExtension final MessagesServer server = new MessagesServer();

  private ModelReply asked(String body) {
    server.answers(json(body));
    try (AnthropicModel model = server.model().build()) {
      return model.ask(saying("a"));
    }
  }

  private ModelException refused(String body) {
    return catchThrowableOfType(ModelException.class, () -> asked(body));
  }

  @Nested
  class Content {
    @Test
    void isTextAndCallsInTheirOrder() {
      assertThat(
              asked(
                      reply(
                          """
                          [{"type":"text","text":"Looking."},
                           {"type":"tool_use","id":"toolu_1","name":"search","input":{"q":"a"}},
                           {"type":"tool_use","id":"toolu_2","name":"next","input":{}}]\
                          """,
                          "tool_use"))
                  .content())
          .containsExactly(
              new Text("Looking."),
              new ToolCall("toolu_1", "search", "{\"q\":\"a\"}"),
              new ToolCall("toolu_2", "next", "{}"));
    }

    @Test
    void keepsArgumentsAsTheyCameButForTheSpaceBetween() {
      String content =
          """
          [{"input": { "z" : 1e2, "a": "b  \\" \\u00e9 c", "n": [ 1.50, null ] },
            "type":"tool_use","id":"toolu_1","name":"search"}]\
          """;
      assertThat(asked(reply(content, "tool_use")).calls().getFirst().arguments())
          .isEqualTo("{\"z\":1e2,\"a\":\"b  \\\" \\u00e9 c\",\"n\":[1.50,null]}");
    }

    @Test
    void keepsThinkingAndUnknownBlocksByteForByte() {
      String thinking =
          "{\"type\": \"thinking\",  \"thinking\":\"h\\u00e9\",\"signature\":\"Eq+/=\",\"new\":1e1}";
      String unknown = "{\"type\":\"hologram\",\"depth\":{\"m\":2.50}}";
      assertThat(asked(reply("[" + thinking + "," + unknown + "]", "end_turn")).content())
          .containsExactly(new Opaque("thinking", thinking), new Opaque("hologram", unknown));
    }

    @Test
    void mayBeEmpty() {
      assertThat(asked(reply("[]", "end_turn")).content()).isEmpty();
    }

    @Test
    void leavesOutACallThatTheReplyBrokeOffIn() {
      String content =
          """
          [{"type":"text","text":"a"},{"type":"tool_use","id":"t","name":"n","input":"{\\"q"}]\
          """;
      assertThat(asked(reply(content, "max_tokens")).content()).containsExactly(new Text("a"));
    }
  }

  @Nested
  class TheStopReason {
    @ParameterizedTest
    @CsvSource({
      "end_turn, END_TURN",
      "tool_use, TOOL_USE",
      "max_tokens, MAX_TOKENS",
      "stop_sequence, STOP_SEQUENCE",
      "pause_turn, PAUSE_TURN",
      "refusal, REFUSAL",
      "model_context_window_exceeded, WINDOW_EXCEEDED"
    })
    void isNamedInOurWords(String theirs, StopReason ours) {
      assertThat(asked(reply("[]", theirs)).stopReason()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({"hologram", "sideways"})
    void thatIsUnknownIsAnInvalidReplyThatNamesIt(String reason) {
      ModelException failure = refused(reply("[]", reason));
      assertThat(failure.category()).isEqualTo(ModelException.Category.INVALID_REPLY);
      assertThat(failure).hasMessageContaining("stop_reason").hasMessageContaining(reason);
      assertThat(failure.requestId()).contains("req_1");
    }

    @Test
    void thatIsMissingIsAnInvalidReply() {
      assertThat(refused("{\"content\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}"))
          .hasMessageContaining("stop_reason")
          .hasMessageContaining("missing");
    }
  }

  @Nested
  class Tokens {
    @Test
    void areCountedByWhereTheyCameFrom() {
      String body =
          """
          {"content":[],"stop_reason":"end_turn","usage":{"input_tokens":1,
          "cache_read_input_tokens":20,"cache_creation_input_tokens":300,"output_tokens":4000,
          "cache_creation":{"ephemeral_5m_input_tokens":300}}}\
          """;
      assertThat(asked(body).usage()).isEqualTo(new Usage(1, 20, 300, 4000));
    }

    @Test
    void ofTheCacheMayBeNull() {
      String body =
          """
          {"content":[],"stop_reason":"end_turn","usage":{"input_tokens":1,
          "cache_read_input_tokens":null,"output_tokens":2}}\
          """;
      assertThat(asked(body).usage()).isEqualTo(new Usage(1, 0, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "'\"7\"'", "null", "99999999999999999999"})
    void thatAreNoCountAreAnInvalidReply(String count) {
      String body =
          "{\"content\":[],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":%s}}"
              .formatted(count);
      assertThat(refused(body))
          .hasMessageContaining(
              "usage.input_tokens must be a whole number of tokens, 0 or more, but was " + count);
    }
  }

  @Nested
  class WhatIsNoReply {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<html>bad gateway</html> | must be a JSON object, but was: <html>",
          "[] | must be a JSON object, but was: []",
          "{\"content\":[]} {} | must be a JSON object",
          "{\"content\":7} | content must be an array of blocks, but was 7",
        })
    void saysWhatWasExpected(String body, String message) {
      ModelException failure = refused(body);
      assertThat(failure.category()).isEqualTo(ModelException.Category.INVALID_REPLY);
      assertThat(failure).hasMessageContaining(message).hasMessageContaining("(request req_1)");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"text\":\"a\"} | content.type must be a string, but was missing",
          "{\"type\":\"text\",\"text\":7} | content.text must be a string, but was 7",
          "{\"type\":\"tool_use\",\"id\":\"\",\"name\":\"n\",\"input\":{}} | content.id",
          "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"n\",\"input\":[]} | content.input",
          "{\"type\":\"tool_use\",\"id\":\"t\",\"input\":{}} | content.name",
          "7 | must be a JSON object, but was: 7",
        })
    void namesTheFieldOfABlockThatIsWrong(String block, String message) {
      assertThat(refused(reply("[" + block + "]", "end_turn"))).hasMessageContaining(message);
    }
  }

  @Test
  void theRequestIdComesFromTheHeader() {
    assertThat(asked(textReply("a")).requestId()).isEqualTo("req_1");
  }
}
