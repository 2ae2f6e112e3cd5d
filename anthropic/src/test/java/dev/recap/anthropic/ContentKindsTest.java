package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.reply;
import static dev.recap.anthropic.MessagesServer.textReply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.conversation.Media;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Images and documents over the vendor's SDK, from the first request to the recall. */
class ContentKindsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PDF =
      "%PDF-1.7 << /Type /Page >>".getBytes(StandardCharsets.US_ASCII);

  @RegisterExtension final MessagesServer server = new MessagesServer();
  @TempDir Path folder;

  /** Photos of 1,200 by 1,000 pixels, each another. */
  static final class Camera {
    private int photos;

    @Tool(value = "Takes a photo.", effect = Effect.READ_ONLY)
    public Media photo() {
      byte[] file = ByteBuffer.allocate(64).putInt(0x89504E47).array();
      ByteBuffer.wrap(file).putInt(16, 1_200).putInt(20, 1_000).putInt(60, ++photos);
      return Media.of("image/png", file).named("photo-" + photos + ".png");
    }
  }

  /** With as many tokens as such a prompt has. */
  private static String calling(String id, String tool, String arguments) {
    return reply(
            "[{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"%s\",\"input\":%s}]"
                .formatted(id, tool, arguments),
            "tool_use")
        .replace("\"input_tokens\":10", "\"input_tokens\":5000");
  }

  private Agent agent(AnthropicModel model, Camera camera) {
    return Agent.builder(model)
        .tools(camera)
        .compaction(Compaction.atTokens(4_000).minimumGain(0).stages(new ClearToolResults()))
        .build();
  }

  private JsonNode request(int number) {
    try {
      return JSON.readTree(server.requests().get(number - 1).getBodyAsString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode last(JsonNode request) {
    JsonNode messages = request.path("messages");
    return messages.path(messages.size() - 1).path("content");
  }

  @Test
  void goThereLeaveAndComeBack() {
    server.answersInTurn(
        json(calling("toolu_1", "photo", "{}")),
        json(calling("toolu_2", "photo", "{}")),
        json(calling("toolu_3", "recall", "{\"words\":\"contract.pdf\"}")),
        json(textReply("Signed.")));
    Path file = folder.resolve("run.jsonl");
    Media contract = Media.of("application/pdf", PDF).named("contract.pdf");
    var camera = new Camera();
    try (AnthropicModel model = server.model().build();
        var journal = JsonLinesJournal.open(file)) {
      // The process dies behind the first turn.
      Objects.requireNonNull(
          agent(model, camera).start(journal, "Is it signed?", contract).iterator().next());
    }
    try (AnthropicModel model = server.model().build();
        var journal = JsonLinesJournal.open(file)) {
      assertThat(agent(model, camera).resume(journal).result())
          .isEqualTo(new RunResult.Answered("Signed."));
    }

    JsonNode document = last(request(1)).path(1);
    assertThat(document.path("type").asText()).isEqualTo("document");
    assertThat(document.path("title").asText()).isEqualTo("contract.pdf");
    assertThat(document.at("/source/media_type").asText()).isEqualTo("application/pdf");
    assertThat(Base64.getDecoder().decode(document.at("/source/data").asText())).isEqualTo(PDF);
    JsonNode photo = last(request(2)).path(0).path("content");
    assertThat(photo.path(0).path("text").asText()).startsWith("image \"photo-1.png\"");
    assertThat(photo.path(1).path("type").asText()).isEqualTo("image");
    assertThat(photo.at("/1/source/media_type").asText()).isEqualTo("image/png");

    String cleared = request(3).toString();
    assertThat(cleared)
        .contains("[no longer shown: document \\\"contract.pdf\\\" (application/pdf, 26 bytes)]")
        .contains("with image \\\"photo-1.png\\\" (image/png, 64 bytes); recall returns it]")
        .doesNotContain("\"type\":\"document\"");
    JsonNode recalled = last(request(4)).path(0).path("content");
    assertThat(recalled.path(1)).isEqualTo(((ObjectNode) document).without("cache_control"));
  }

  @Test
  void aTextIsSentAsText() {
    server.answers(json(textReply("Read.")));
    byte[] words = "Grüße".getBytes(StandardCharsets.UTF_8);
    try (AnthropicModel model = server.model().build()) {
      Agent.builder(model)
          .build()
          .start("Read.", Media.of("text/plain", words).named("mail.txt"))
          .result();
    }

    JsonNode source = last(request(1)).path(1).path("source");
    assertThat(source.path("type").asText()).isEqualTo("text");
    assertThat(source.path("data").asText()).isEqualTo("Grüße");
  }
}
