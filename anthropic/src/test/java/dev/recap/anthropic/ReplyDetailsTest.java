package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.stream;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Usage;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.DroppedThinking;
import dev.recap.model.ModelRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply tells besides content and end. */
class ReplyDetailsTest {
  private static final String NO_USAGE = "{\"input_tokens\":1,\"output_tokens\":2}";

  @RegisterExtension final MessagesServer server = new MessagesServer();

  private static String body(String stopReason, String usage, String rest) {
    return "{\"content\":[],\"stop_reason\":\"%s\",\"usage\":%s%s}"
        .formatted(stopReason, usage, rest);
  }

  private ModelReply asked(String body) {
    server.answers(json(body));
    try (AnthropicModel model = server.model().build()) {
      return model.ask(saying("a"));
    }
  }

  private Usage usage(String json) {
    return asked(body("end_turn", json, "")).usage();
  }

  @Test
  void areTokensOfThinkingAndOfWritesForAnHour() {
    assertThat(
            usage(
                """
                {"input_tokens":1,"output_tokens":500,"cache_creation_input_tokens":300,
                 "cache_creation":{"ephemeral_5m_input_tokens":100,
                  "ephemeral_1h_input_tokens":200},
                 "output_tokens_details":{"thinking_tokens":450}}\
                """))
        .isEqualTo(new Usage(1, 0, 300, 500, new Usage.Details(200, 450, null)));
  }

  @Test
  void areNeverMoreThanTheWholeTheyArePartOf() {
    assertThat(
            usage(
                """
                {"input_tokens":1,"output_tokens":5,"cache_creation_input_tokens":3,
                 "cache_creation":{"ephemeral_1h_input_tokens":9000},
                 "output_tokens_details":{"thinking_tokens":9000}}\
                """))
        .isEqualTo(new Usage(1, 0, 3, 5, new Usage.Details(3, 5, null)));
  }

  @Test
  void mayBeNull() {
    assertThat(
            usage(
                """
                {"input_tokens":1,"output_tokens":5,"cache_creation":null,
                 "output_tokens_details":null,"iterations":null}\
                """))
        .isEqualTo(new Usage(1, 0, 0, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-5-5,",
    "claude-sonnet-5-5-20260928,",
    "'',",
    "claude-opus-5, claude-opus-5",
    "claude-sonnet-5, claude-sonnet-5"
  })
  void nameTheModelWhereItIsAnotherThanTheOneAsked(String replied, String other) {
    ModelReply reply = asked(body("end_turn", NO_USAGE, ",\"model\":\"%s\"".formatted(replied)));
    assertThat(reply.otherModel().orElse(null)).isEqualTo(other);
  }

  @Test
  void priceAnotherModelByTheTable() {
    try (AnthropicModel model = server.model().build()) {
      assertThat(model.profile("claude-haiku-5-5"))
          .isEqualTo(ModelCatalog.bundled().profile("claude-haiku-5-5"));
      assertThat(model.profile("claude-sonnet-5-5-20260928")).isSameAs(model.profile());
    }
  }

  @Test
  void listTheThinkingThatWasPassedOver() {
    ModelReply reply =
        asked(
            body(
                "end_turn",
                NO_USAGE,
                """
                ,"input_transformations":[
                 {"type":"thinking_dropped","path":"messages.1.content.0",
                  "reason":"prefix_binding_mismatch"},
                 {"type":"thinking_mismatch_allowed","path":"messages.3.content.0","reason":"x"},
                 {"type":"hologram"}, 7]\
                """));
    assertThat(reply.droppedThinking())
        .containsExactly(new DroppedThinking("messages.1.content.0", "prefix_binding_mismatch"));
  }

  @Test
  void sayWhyTheModelRefused() {
    String told = "{\"category\":\"cyber\",\"explanation\":\"So it is.\",\"new\":[1]}";
    ModelReply reply = asked(body("refusal", NO_USAGE, ",\"stop_details\":" + told));
    assertThat(reply.details().refusal()).isEqualTo(told);
    assertThat(asked(body("refusal", NO_USAGE, ",\"stop_details\":null")).details()).isNull();
  }

  @Test
  void areNoneInAnOrdinaryReply() {
    assertThat(asked(body("end_turn", NO_USAGE, ",\"input_transformations\":[]")).details())
        .isNull();
  }

  /** As the SDK demands it; the asker sees no difference. */
  @Test
  void comeInAStreamWhereAReplyMayBeLong() {
    server.answers(
        stream(
            """
            event: message_start
            data: {"type":"message_start","message":{"content":[],"model":"claude-opus-5",\
            "usage":{"input_tokens":1,"output_tokens":1},"stop_reason":null,\
            "input_transformations":[{"type":"thinking_dropped","path":"a","reason":"r"}]}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"refusal",\
            "stop_details":{"category":"bio"}},"usage":{"output_tokens":9,\
            "output_tokens_details":{"thinking_tokens":8}},\
            "input_transformations":[{"type":"thinking_dropped","path":"b","reason":"s"}]}

            """));
    try (AnthropicModel model = server.model().build()) {
      ModelReply reply =
          model.ask(new ModelRequest("", List.of(), saying("a").messages(), Set.of(), 128_000));
      assertThat(reply.usage()).isEqualTo(new Usage(1, 0, 0, 9, new Usage.Details(0, 8, null)));
      assertThat(reply.details())
          .isEqualTo(
              new ModelReply.Details(
                  "claude-opus-5",
                  List.of(new DroppedThinking("b", "s")),
                  "{\"category\":\"bio\"}"));
    }
    assertThat(server.onlyRequest().getBodyAsString()).contains("\"stream\":true");
  }

  @ParameterizedTest
  @CsvSource({
    "4096, , PT10M",
    "21333, , PT10M",
    "42666, , PT20M",
    "128000, PT3M, PT3M",
    "4096, PT1H, PT1H"
  })
  void areWaitedForAsLongAsTheReplyMayTake(int tokens, Duration limit, Duration patience) {
    var request = new ModelRequest("", List.of(), saying("a").messages(), Set.of(), tokens);
    assertThat(new Waiting(null, exchange -> {}, limit).patience(request)).isEqualTo(patience);
  }

  @Test
  void comeInOnePieceWhereAReplyIsShort() {
    asked(body("end_turn", NO_USAGE, ""));
    assertThat(server.onlyRequest().getBodyAsString()).doesNotContain("\"stream\"");
  }
}
