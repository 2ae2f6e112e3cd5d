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
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

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
    body.put("model", "any-model").put("max_tokens", 4096);
    body.putArray("messages").addObject().put("role", "user").put("content", user);
    return body;
  }

  /** With these tools, and a first message that has these texts as blocks. */
  static ObjectNode request(JsonNode tools, String... texts) {
    ObjectNode body = request("");
    ArrayNode content = ((ObjectNode) messages(body).get(0)).putArray("content");
    Arrays.stream(texts).map(Client::text).forEach(content::add);
    body.set("tools", tools);
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

  /** Puts a reply on record. */
  static void said(ObjectNode body, JsonNode reply) {
    messages(body).addObject().put("role", "assistant").set("content", reply.path("content"));
  }

  /** Puts words of the user on record. */
  static void asks(ObjectNode body, String words) {
    messages(body).addObject().put("role", "user").put("content", words);
  }

  /** Runs the tools of a reply and puts both on record. */
  static void answer(
      ObjectNode body, JsonNode reply, BiFunction<String, JsonNode, SmallDesk.Answer> tools) {
    said(body, reply);
    ArrayNode results = messages(body).addObject().put("role", "user").putArray("content");
    for (JsonNode call : calls(reply)) {
      SmallDesk.Answer answer = tools.apply(call.path("name").asText(), call.path("input"));
      ObjectNode result = results.addObject().put("type", "tool_result");
      result.put("tool_use_id", call.path("id").asText()).put("content", answer.text());
      if (answer.error()) {
        result.put("is_error", true);
      }
    }
  }

  static List<JsonNode> calls(JsonNode reply) {
    return StreamSupport.stream(reply.path("content").spliterator(), false)
        .filter(block -> block.path("type").asText().equals("tool_use"))
        .toList();
  }

  /** Whether a reply waits for the results of its calls. */
  static boolean goesOn(JsonNode reply) {
    return reply.path("stop_reason").asText().equals("tool_use");
  }

  /** The first call of a reply, as its tool and its ticket; why it stopped where there is none. */
  static String step(JsonNode reply) {
    return calls(reply).stream()
        .findFirst()
        .map(call -> call.path("name").asText() + " " + call.at("/input/ticket_id").asText())
        .orElseGet(() -> reply.path("stop_reason").asText());
  }

  /** Asks that stale blocks be dropped. */
  static ObjectNode dropping(ObjectNode request) {
    request
        .putObject("thinking")
        .put("type", "adaptive")
        .putObject("block_binding")
        .put("prefix_mismatch_behavior", "drop_block");
    return request;
  }

  static ArrayNode content(ObjectNode request, int message) {
    return (ArrayNode) request.path("messages").path(message).path("content");
  }

  static ObjectNode block(ObjectNode request, int message, int block) {
    return (ObjectNode) content(request, message).path(block);
  }
}
