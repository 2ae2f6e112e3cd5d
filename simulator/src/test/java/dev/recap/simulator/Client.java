package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A client that knows nothing but HTTP and JSON. */
final class Client {
  static final JsonMapper JSON = new JsonMapper();

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  Client(URI base) {
    this.base = base;
  }

  static ObjectNode request(String user) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", "claude-sonnet-5-5").put("max_tokens", 4096);
    body.putArray("messages").addObject().put("role", "user").put("content", user);
    return body;
  }

  static ObjectNode text(String text) {
    return JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
  }

  static ArrayNode messages(ObjectNode body) {
    return (ArrayNode) body.path("messages");
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("x-api-key", "test")
            .header("anthropic-version", "2023-06-01")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode message(ObjectNode body, String... headers) {
    return read(post("/v1/messages", body.toString(), headers).body());
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the tools of a reply on a desk and appends both to the request. */
  static void answer(ObjectNode body, JsonNode reply, SmallDesk desk) {
    messages(body).addObject().put("role", "assistant").set("content", reply.path("content"));
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (JsonNode block : reply.path("content")) {
      if (block.path("type").asText().equals("tool_use")) {
        SmallDesk.Answer answer = desk.run(block.path("name").asText(), block.path("input"));
        ObjectNode result = results.addObject().put("type", "tool_result");
        result.put("tool_use_id", block.path("id").asText()).put("content", answer.text());
        if (answer.error()) {
          result.put("is_error", true);
        }
      }
    }
    messages(body).addObject().put("role", "user").set("content", results);
  }
}
