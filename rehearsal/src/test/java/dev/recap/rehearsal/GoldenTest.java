package dev.recap.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The frozen rules and sizes. A file here changes only together with {@code docs/rehearsal.md}, and
 * never to make one strategy look better. To write the files anew, run with {@code -Dgolden=write}
 * and read the difference.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/recap/rehearsal/golden");

  private RehearsalServer server;
  private Client client;

  @BeforeEach
  void start() {
    server = RehearsalServer.start(RehearsalOptions.defaults());
    client = new Client(server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void agrees(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  private static ObjectNode task(int tickets) {
    ObjectNode body = Client.request(SmallDesk.TASK.formatted(tickets));
    body.set("tools", SmallDesk.tools());
    return body;
  }

  /** A run as lines: prompt tokens, output tokens, then the content. */
  private String transcript(int tickets, String... headers) {
    SmallDesk desk = new SmallDesk(tickets);
    ObjectNode body = task(tickets);
    StringBuilder lines = new StringBuilder();
    for (int turn = 1; turn <= 60; turn++) {
      JsonNode reply = client.message(body, headers);
      JsonNode usage = reply.path("usage");
      lines.append(
          "%d. %s -> %s %s%n"
              .formatted(
                  turn,
                  usage.path("input_tokens"),
                  usage.path("output_tokens"),
                  reply.path("stop_reason").asText()));
      reply.path("content").forEach(block -> lines.append("   ").append(block).append('\n'));
      if (!reply.path("stop_reason").asText().equals("tool_use")) {
        break;
      }
      Client.answer(body, reply, desk);
    }
    return lines.toString();
  }

  @Test
  void fiveTicketsOneCallAReply() throws IOException {
    agrees("sequential.txt", transcript(5));
  }

  @Test
  void twoTicketsWithSeveralCallsAReply() throws IOException {
    agrees("parallel.txt", transcript(2, "x-rehearsal-schedule", "parallel"));
  }

  @Test
  void summariesInEveryMode() throws IOException {
    SmallDesk desk = new SmallDesk(5);
    ObjectNode body = task(5);
    for (int i = 0; i < 18; i++) {
      Client.answer(body, client.message(body), desk);
    }
    Client.messages(body)
        .addObject()
        .put("role", "user")
        .put("content", "Write a summary of the work so far. Wrap it in <summary></summary> tags.");
    StringBuilder text = new StringBuilder();
    for (SummaryMode mode : SummaryMode.values()) {
      JsonNode reply = client.message(body, "x-rehearsal-summary-mode", mode.wireName());
      text.append(
          "== %s, %s tokens, %s%n"
              .formatted(
                  mode.wireName(),
                  reply.path("usage").path("output_tokens"),
                  reply.path("stop_reason").asText()));
      reply.path("content").forEach(block -> text.append(block).append('\n'));
    }
    agrees("summaries.txt", text.toString());
  }

  @Test
  void aStreamOfTextAndACall() throws IOException {
    agrees(
        "stream-call.txt",
        client.post("/v1/messages", task(2).put("stream", true).toString()).body());
  }

  @Test
  void aStreamOfThinkingAndACallWithInput() throws IOException {
    ObjectNode body = Client.request("TICKET-7 is open; only mark_complete is left.");
    body.set("tools", SmallDesk.tools());
    body.putObject("thinking").put("type", "enabled").put("budget_tokens", 1024);
    agrees(
        "stream-thinking.txt",
        client.post("/v1/messages", body.put("stream", true).toString()).body());
  }

  @Test
  void aMessageAsJson() throws IOException {
    agrees("message.json", client.post("/v1/messages", Client.request("Hello").toString()).body());
  }

  @Test
  void anErrorAsJson() throws IOException {
    agrees("error.json", client.post("/v1/messages", "{}").body());
  }
}
