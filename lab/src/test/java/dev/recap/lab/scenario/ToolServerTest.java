package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolServerTest {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ToolServer server = ToolServer.start(0, 2, 42);

  @AfterEach
  void close() {
    server.close();
    client.close();
  }

  @Test
  void exportsTheTaskTheSummaryPromptAndSevenTools() throws Exception {
    JsonNode export = json.readTree(get("/export").body());

    assertThat(export.path("task").asText()).contains("There are 2 tickets");
    assertThat(export.path("summaryPrompt").asText()).contains("<summary>");
    assertThat(export.path("tools")).hasSize(7);
  }

  @Test
  void runsAToolAndPutsTheCallOnRecord() throws Exception {
    JsonNode answer =
        json.readTree(post("/tools/get_next_ticket", "{\"id\":\"call-1\",\"input\":{}}").body());

    assertThat(answer.path("isError").asBoolean()).isFalse();
    assertThat(json.readTree(answer.path("content").asText()).path("id").asText())
        .isEqualTo("TICKET-1");
    assertThat(json.readTree(get("/calls").body())).hasSize(1);
    assertThat(json.readTree(get("/tickets").body()).get(0).path("status").asText())
        .isEqualTo("in_progress");
  }

  @Test
  void answersUnknownToolsAndWrongArgumentsAsTheRemovedFeatureDid() throws Exception {
    assertThat(post("/tools/melt", "{\"id\":\"c\",\"input\":{}}").body())
        .contains("Error: Tool 'melt' not found");
    assertThat(post("/tools/set_priority", "{\"id\":\"c\",\"input\":{}}").body())
        .contains("Error: set_priority was not called")
        .contains("priority");
  }

  @Test
  void saysWhatABodyAndAPathMustLookLike() throws Exception {
    assertThat(post("/tools/set_priority", "nonsense").statusCode()).isEqualTo(400);
    assertThat(post("/tools/set_priority", "{\"input\":{}}").statusCode()).isEqualTo(400);
    assertThat(post("/export", "{}").statusCode()).isEqualTo(405);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.baseUri().resolve(path)).GET());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.baseUri().resolve(path)).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
