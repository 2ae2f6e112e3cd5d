package dev.recap.anthropic;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.stream;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.recap.anthropic.ReplyDelta.ArgumentsDelta;
import dev.recap.anthropic.ReplyDelta.TextDelta;
import dev.recap.anthropic.ReplyDelta.ThinkingDelta;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamingTest {
  private static final String START =
      event(
          "message_start",
          """
          "message":{"id":"msg_1","type":"message","role":"assistant","content":[],\
          "model":"claude-sonnet-5-5","stop_reason":null,"stop_sequence":null,\
          "usage":{"input_tokens":7,"cache_read_input_tokens":30,\
          "cache_creation_input_tokens":4,"output_tokens":1}}\
          """);
  private static final String TEXT =
      started(0, "{\"type\":\"text\",\"text\":\"\"}")
          + event("ping", "\"n\":1")
          + delta(0, "text_delta", "text", "Hel")
          + delta(0, "text_delta", "text", "lo.")
          + stopped(0);
  private static final String CALL =
      started(1, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"search\",\"input\":{}}")
          + delta(1, "input_json_delta", "partial_json", "")
          + delta(1, "input_json_delta", "partial_json", "{\\\"z\\\": 1e2, \\\"a")
          + delta(1, "input_json_delta", "partial_json", "\\\": \\\"b c\\\"}")
          + stopped(1);

  @RegisterExtension final MessagesServer server = new MessagesServer();
  private final List<ReplyDelta> heard = new ArrayList<>();

  private static String event(String type, String rest) {
    return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, rest);
  }

  private static String started(int index, String block) {
    return event(
        "content_block_start", "\"index\":%d,\"content_block\":%s".formatted(index, block));
  }

  private static String delta(int index, String type, String field, String value) {
    return event(
        "content_block_delta",
        "\"index\":%d,\"delta\":{\"type\":\"%s\",\"%s\":\"%s\"}"
            .formatted(index, type, field, value));
  }

  private static String stopped(int index) {
    return event("content_block_stop", "\"index\":" + index);
  }

  private static String end(String stopReason) {
    return event(
            "message_delta",
            "\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":55}"
                .formatted(stopReason))
        + event("message_stop", "\"x\":0");
  }

  private ModelReply asked(String events) {
    server.answers(stream(events));
    try (AnthropicModel model = server.model().streaming(heard::add).build()) {
      return model.ask(saying("a"));
    }
  }

  private ModelException failed(String events) {
    return catchThrowableOfType(ModelException.class, () -> asked(events));
  }

  @Nested
  class TheWholeReply {
    @Test
    void isTheOneThatJsonWouldHaveBeen() {
      ModelReply streamed = asked(START + TEXT + CALL + end("tool_use"));
      server.answers(
          json(
              """
              {"content":[{"type":"text","text":"Hello."},{"type":"tool_use","id":"toolu_1",\
              "name":"search","input":{"z": 1e2, "a": "b c"}}],"stop_reason":"tool_use",\
              "usage":{"input_tokens":7,"cache_read_input_tokens":30,\
              "cache_creation_input_tokens":4,"output_tokens":55}}\
              """));
      try (AnthropicModel model = server.model().build()) {
        assertThat(streamed).isEqualTo(model.ask(saying("a")));
      }
    }

    @Test
    void hasTheTokensOfItsEnd() {
      assertThat(asked(START + TEXT + end("end_turn")).usage()).isEqualTo(new Usage(7, 30, 4, 55));
    }

    @Test
    void hasTheArgumentsOfAChunkedCall() {
      assertThat(asked(START + TEXT + CALL + end("tool_use")).calls())
          .containsExactly(new ToolCall("toolu_1", "search", "{\"z\":1e2,\"a\":\"b c\"}"));
    }

    @Test
    void hasAnEmptyObjectForACallWithoutArguments() {
      String call =
          started(0, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"next\",\"input\":{}}")
              + delta(0, "input_json_delta", "partial_json", "")
              + stopped(0);
      assertThat(asked(START + call + end("tool_use")).calls())
          .containsExactly(new ToolCall("toolu_1", "next", "{}"));
    }

    @Test
    void hasThinkingWithItsSignatureAndUnknownFields() {
      String thinking =
          started(0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\",\"depth\":1.50}")
              + delta(0, "thinking_delta", "thinking", "h")
              + delta(0, "thinking_delta", "thinking", "m")
              + delta(0, "signature_delta", "signature", "Eq+/=")
              + stopped(0);
      assertThat(asked(START + thinking + end("end_turn")).content())
          .containsExactly(
              new Opaque(
                  "thinking",
                  "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"Eq+/=\",\"depth\":1.50}"));
    }

    @Test
    void hasBlocksThatComeInOnePiece() {
      String block = "{\"type\":\"redacted_thinking\",\"data\":\"abc\"}";
      assertThat(asked(START + started(0, block) + stopped(0) + end("end_turn")).content())
          .containsExactly(new Opaque("redacted_thinking", block));
    }

    @Test
    void hasTheTextOfABlockWithCitations() {
      String cited =
          event(
              "content_block_delta",
              "\"index\":0,\"delta\":{\"type\":\"citations_delta\",\"citation\":{\"n\":1}}");
      assertThat(asked(START + TEXT + cited + end("end_turn")).text()).isEqualTo("Hello.");
    }

    @Test
    void leavesOutACallThatItBrokeOffIn() {
      String call =
          started(1, "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"next\",\"input\":{}}")
              + delta(1, "input_json_delta", "partial_json", "{\\\"a\\\": [1,");
      ModelReply reply = asked(START + TEXT + call + end("max_tokens"));
      assertThat(reply.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
      assertThat(reply.content()).containsExactly(new Text("Hello."));
    }

    @Test
    void passesOverEventsOfAnUnknownType() {
      assertThat(asked(START + TEXT + event("weather", "\"sun\":1") + end("end_turn")).text())
          .isEqualTo("Hello.");
    }
  }

  @Nested
  class TheListener {
    @Test
    void hearsEveryPieceInOrder() {
      String thinking =
          started(2, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}")
              + delta(2, "thinking_delta", "thinking", "hm");
      asked(START + TEXT + CALL + thinking + end("tool_use"));
      assertThat(heard)
          .containsExactly(
              new TextDelta(0, "Hel"),
              new TextDelta(0, "lo."),
              new ArgumentsDelta(1, "toolu_1", "search", ""),
              new ArgumentsDelta(1, "toolu_1", "search", "{\"z\": 1e2, \"a"),
              new ArgumentsDelta(1, "toolu_1", "search", "\": \"b c\"}"),
              new ThinkingDelta(2, "hm"));
    }

    @Test
    void endsTheQuestionWhenItThrows() {
      server.answers(stream(START + TEXT + end("end_turn")));
      try (AnthropicModel model =
          server
              .model()
              .streaming(piece -> {
                throw new IllegalStateException("the screen is gone");
              })
              .build()) {
        assertThatThrownBy(() -> model.ask(saying("a")))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("the screen is gone");
      }
    }
  }

  @Nested
  class AStreamThatFails {
    @Test
    void withAnErrorInTheMiddleNamesIt() {
      String error =
          "event: error\n"
              + "data: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n";
      ModelException failure = failed(START + TEXT + error);
      assertThat(failure.category()).isEqualTo(ModelException.Category.PROVIDER);
      assertThat(failure)
          .hasMessageContaining("overloaded_error: Overloaded")
          .hasMessageContaining("req_1");
      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void byEndingEarlyIsABrokenConnection() {
      ModelException failure = failed(START + TEXT);
      assertThat(failure.category()).isEqualTo(ModelException.Category.CONNECTION);
      assertThat(failure)
          .hasMessage(
              "the stream ended before the reply was whole: 1 blocks had begun (request req_1)");
    }

    @Test
    void asItIsAPageOfAProxyIsABrokenConnection() {
      server.answers(aResponse().withHeader("content-type", "text/html").withBody("<p>Wait.</p>"));
      try (AnthropicModel model = server.model().streaming(heard::add).build()) {
        assertThatThrownBy(() -> model.ask(saying("a")))
            .hasMessageContaining("the stream ended before the reply was whole");
      }
    }

    @Test
    void byNotBeginningIsABrokenConnection() {
      assertThat(failed("").category()).isEqualTo(ModelException.Category.CONNECTION);
    }

    @Test
    void withADeltaOfAnUnknownTypeIsUnreadableAsTheBlockCouldNotGoBackWhole() {
      ModelException failure = failed(START + TEXT + delta(0, "hologram_delta", "x", "y"));
      assertThat(failure.category()).isEqualTo(ModelException.Category.INVALID_REPLY);
      assertThat(failure).hasMessageContaining("hologram_delta");
    }

    @Test
    void withADeltaOfNoBlockIsUnreadable() {
      assertThat(failed(START + delta(4, "text_delta", "text", "y")))
          .hasMessageContaining("a delta without the start of its block");
    }

    @Test
    void withAnEventWithoutItsPartsIsUnreadable() {
      assertThat(failed(event("message_start", "\"x\":1")))
          .hasMessageContaining("an object 'message'");
      assertThat(failed(START + event("content_block_start", "\"x\":1")))
          .hasMessageContaining("the index of a block");
    }

    @Test
    void withWhatIsNoJsonIsUnreadable() {
      assertThat(failed(START + "event: content_block_delta\ndata: {oops\n\n").category())
          .isEqualTo(ModelException.Category.INVALID_REPLY);
    }

    @Test
    void beforeItBeginsIsAnErrorLikeAnyOther() {
      server.answers(MessagesServer.error(400, "invalid_request_error", "no"));
      try (AnthropicModel model = server.model().streaming(heard::add).build()) {
        assertThatThrownBy(() -> model.ask(saying("a")))
            .hasMessageContaining("400 invalid_request_error: no");
      }
    }
  }

  @Test
  void theRequestAsksForAStream() {
    asked(START + TEXT + end("end_turn"));
    assertThat(server.onlyRequest().getBodyAsString()).contains("\"stream\":true");
  }
}
