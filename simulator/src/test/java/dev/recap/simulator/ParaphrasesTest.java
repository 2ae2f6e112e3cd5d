package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thirty frozen paraphrases of ledger lines and notes. */
class ParaphrasesTest extends ServedTest {
  record Pair(String plain, String paraphrase) {
    @Override
    public String toString() {
      return paraphrase;
    }
  }

  static Stream<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (InputStream in = ParaphrasesTest.class.getResourceAsStream("paraphrases.json")) {
      for (JsonNode group : Client.JSON.readTree(in)) {
        group
            .path("paraphrases")
            .forEach(form -> pairs.add(new Pair(group.path("plain").asText(), form.asText())));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theNextCallIsThatOfThePlainForm(Pair pair) {
    assertThat(call(pair.paraphrase())).isEqualTo(call(pair.plain()));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theDocumentationHoldsThePlainFormAndTheParaphrase(Pair pair) throws IOException {
    String page = Files.readString(Path.of("../docs/simulator.md"));
    assertThat(page).contains(pair.plain()).contains(pair.paraphrase());
  }

  @Test
  void thereAreThirty() throws IOException {
    assertThat(pairs()).hasSize(30);
  }

  /** The name and input of the call that answers a task with one more text block. */
  private String call(String text) {
    ObjectNode body = DeskTask.request(6, DeskTask.tools(), text);
    JsonNode block = client.message(body).path("content").path(1);
    assertThat(block.path("type").asText()).isEqualTo("tool_use");
    return block.path("name").asText() + block.path("input");
  }
}
