package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.stream;
import static dev.recap.anthropic.Requests.NEXT;
import static dev.recap.anthropic.Requests.asking;
import static dev.recap.anthropic.Requests.assistant;
import static dev.recap.anthropic.Requests.of;
import static dev.recap.anthropic.Requests.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelOptions.ToolChoice;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Wanted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's own, on demand. */
class CompactionTest {
  private static final String BETA = "compact-2026-09-04";
  private static final String BLOCK =
      """
      {"type":"compaction","content":"Seven tickets are done.","signature":"Eq+/=",\
      "encrypted_content":"x","tool_changes":[{"n":1.50}]}\
      """;
  private static final String USAGE =
      """
      {"input_tokens":0,"output_tokens":0,"iterations":[\
      {"type":"compaction","input_tokens":900,"cache_read_input_tokens":4000,"output_tokens":300},\
      {"type":"message","input_tokens":1,"output_tokens":1},\
      {"type":"compaction","input_tokens":10,"output_tokens":20,"cache_creation_input_tokens":5}]}\
      """;

  @RegisterExtension final MessagesServer server = new MessagesServer();

  private static ModelRequest wanting(ModelRequest request) {
    return new ModelRequest(
        request.instructions(),
        request.tools(),
        request.messages(),
        request.breakpoints(),
        request.maxOutputTokens(),
        request.options(),
        Wanted.SUMMARY_BLOCK,
        false);
  }

  private static ModelRequest request(Message... messages) {
    return of("Work.", List.of(NEXT), messages);
  }

  private static String reply(String content, String stopReason) {
    return "{\"content\":%s,\"stop_reason\":\"%s\",\"usage\":%s}"
        .formatted(content, stopReason, USAGE);
  }

  private ModelReply asked(ModelRequest request) {
    try (AnthropicModel model = server.model().build()) {
      return model.ask(request);
    }
  }

  @Test
  void asksForASummaryWithoutWhatTheApiRefusesBesideIt() {
    server.answers(json(reply("[" + BLOCK + "]", "compaction")));
    asked(
        wanting(
            asking(
                request(Message.user("Go.")),
                ModelOptions.NONE.stopSequences("DONE").toolChoice(ToolChoice.ANY))));

    JsonNode body = JsonText.object("", server.onlyRequest().getBodyAsString());
    assertThat(body.path("compaction")).hasToString("{\"type\":\"summarize\"}");
    assertThat(body.has("stop_sequences")).isFalse();
    assertThat(body.has("tool_choice")).isFalse();
    assertThat(body.path("tools")).hasSize(1);
    assertThat(server.onlyRequest().getHeader("anthropic-beta")).isEqualTo(BETA);
  }

  @Test
  void givesItsBlockByteForByteAndWhatItSpent() {
    server.answers(json(reply("[ " + BLOCK + "]", "compaction")));
    ModelReply reply = asked(wanting(request(Message.user("Go."))));
    assertThat(reply.content()).containsExactly(new Opaque("compaction", BLOCK));
    assertThat(reply.stopReason()).isEqualTo(StopReason.END_TURN);
    assertThat(reply.usage().promptTokens()).isZero();
    assertThat(reply.usage().compaction()).isEqualTo(new Usage(910, 4_000, 5, 320));
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens, MAX_TOKENS",
    "model_context_window_exceeded, WINDOW_EXCEEDED",
    "tool_use, TOOL_USE",
    "refusal, REFUSAL",
    "end_turn, END_TURN"
  })
  void saysWhyThereIsNoneAndWhatItSpentAllTheSame(String told, StopReason reason) {
    server.answers(json(reply("[]", told)));
    ModelReply reply = asked(wanting(request(Message.user("Go."))));
    assertThat(reply.content()).isEmpty();
    assertThat(reply.stopReason()).isEqualTo(reason);
    assertThat(reply.usage().compaction().outputTokens()).isEqualTo(320);
  }

  @Test
  void thatNobodyAskedForIsAPause() {
    server.answers(json(reply("[" + BLOCK + "]", "compaction")));
    assertThat(asked(request(Message.user("Go."))).stopReason()).isEqualTo(StopReason.PAUSE_TURN);
  }

  @Test
  void goesBackAsItCameWithItsHeader() {
    server.answers(json(MessagesServer.textReply("Hello.")));
    asked(
        request(
            assistant(new Opaque("compaction", BLOCK)),
            assistant(new Text("Next.")),
            user(new Text("Go on."))));
    assertThat(server.onlyRequest().getBodyAsString())
        .contains(
            "\"messages\":[{\"role\":\"assistant\",\"content\":[" + BLOCK + "]},{\"role\":\"ass");
    assertThat(server.onlyRequest().getHeader("anthropic-beta")).isEqualTo(BETA);
  }

  @Test
  void isSaidInHeadersForWhateverCarriesTheBytes() {
    var format = new MessagesFormat(ModelCatalog.bundled().profile("claude-opus-5-5"));
    ModelRequest plain = request(Message.user("Go."));
    assertThat(format.headers(plain)).isEmpty();
    assertThat(format.headers(wanting(plain))).containsEntry("anthropic-beta", BETA);
    assertThat(format.reply(wanting(plain), reply("[" + BLOCK + "]", "compaction")).stopReason())
        .isEqualTo(StopReason.END_TURN);
  }

  /** On demand the block comes whole, at a threshold by a delta. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
            + "\"content_block\":{\"type\":\"compaction\",\"content\":\"Done.\",\"signature\":\"s\"}}\n\n",
        "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
            + "\"content_block\":{\"type\":\"compaction\",\"content\":null}}\n\n"
            + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
            + "\"delta\":{\"type\":\"compaction_delta\",\"content\":\"Done.\",\"signature\":\"s\"}}\n\n"
      })
  void isWholeWhenItIsStreamed(String block) {
    server.answers(
        stream(
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"content\":[],"
                + "\"usage\":{\"input_tokens\":0,\"output_tokens\":0},\"stop_reason\":null}}\n\n"
                + block
                + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":"
                + "{\"stop_reason\":\"compaction\"},\"usage\":"
                + USAGE
                + "}\n\n"));
    try (AnthropicModel model = server.model().streaming(piece -> {}).build()) {
      ModelReply reply = model.ask(wanting(request(Message.user("Go."))));
      assertThat(reply.content())
          .containsExactly(
              new Opaque(
                  "compaction",
                  "{\"type\":\"compaction\",\"content\":\"Done.\",\"signature\":\"s\"}"));
      assertThat(reply.usage().compaction().outputTokens()).isEqualTo(320);
    }
  }
}
