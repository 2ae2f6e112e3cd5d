package peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The desk's task, prompts and tools over loopback, so that only the loop differs. */
public final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final JsonNode export;

  Desk(String url) {
    this.url = url;
    this.export = send(HttpRequest.newBuilder(URI.create(url + "/export")).build());
  }

  /** A tool as the model is told of it; the schema is a JSON Schema object. */
  public record Spec(String name, String description, JsonNode schema) {}

  /** What a tool answered; an error's text begins with {@code Error: }. */
  public record Done(String content, boolean error) {}

  public String task() {
    return export.path("task").asText();
  }

  public String summaryPrompt() {
    return export.path("summaryPrompt").asText();
  }

  public List<Spec> tools() {
    List<Spec> specs = new ArrayList<>();
    for (JsonNode tool : export.path("tools")) {
      specs.add(
          new Spec(
              tool.path("name").asText(),
              tool.path("description").asText(),
              tool.path("input_schema")));
    }
    return specs;
  }

  /** Runs a tool: the call goes on record under the model's id. */
  public Done run(String callId, String tool, String input) {
    ObjectNode body = JSON.createObjectNode().put("id", callId);
    try {
      body.set("input", JSON.readTree(input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode done =
        send(
            HttpRequest.newBuilder(URI.create(url + "/tools/" + tool))
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    return new Done(done.path("content").asText(), done.path("isError").asBoolean());
  }

  private JsonNode send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            request.uri() + " gave " + response.statusCode() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at " + request.uri(), e);
    }
  }
}
