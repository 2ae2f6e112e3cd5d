package dev.recap.lab.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The plainest loop there is, as a child process: it sends everything each time and drops the calls
 * of its third reply on the floor. {@code --set mode=mute} ends without a word, {@code mode=stuck}
 * never ends, {@code mode=boasting} claims figures.
 */
public final class PlainPeer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int DROPPED = 3;

  private PlainPeer() {}

  public static void main(String[] args) throws Exception {
    List<String> orders = List.of(args);
    if (orders.contains("mode=mute")) {
      System.out.println("something is missing");
      System.exit(3);
    }
    if (orders.contains("mode=stuck")) {
      new CountDownLatch(1).await();
    }
    System.out.println("{\"peer\":\"started\",\"version\":\"1.2.3\"}");
    System.out.println("{\"turns\":1,\"lost\":0,\"ticketsComplete\":99}");
    play(value(orders, "--model-url"), value(orders, "--tools-url"));
    System.out.println("{\"peer\":\"ended\",\"how\":\"answered\"}");
  }

  private static String value(List<String> orders, String name) {
    return orders.get(orders.indexOf(name) + 1);
  }

  private static void play(String model, String tools) throws Exception {
    JsonNode desk = JSON.readTree(send(HttpRequest.newBuilder(URI.create(tools + "/export"))));
    ObjectNode request = JSON.createObjectNode().put("model", "claude-sonnet-5-5");
    request.put("max_tokens", 4_096).set("tools", desk.path("tools"));
    ArrayNode messages = request.putArray("messages");
    messages.addObject().put("role", "user").put("content", desk.path("task").asText());
    for (int turn = 1; ; turn++) {
      JsonNode reply = JSON.readTree(send(post(model + "/v1/messages", request.toString())));
      if (!reply.path("stop_reason").asText().equals("tool_use")) {
        return;
      }
      if (turn == DROPPED) {
        continue;
      }
      messages.addObject().put("role", "assistant").set("content", reply.path("content"));
      ArrayNode results = messages.addObject().put("role", "user").putArray("content");
      for (JsonNode block : reply.path("content")) {
        if (block.path("type").asText().equals("tool_use")) {
          ObjectNode call = JSON.createObjectNode().put("id", block.path("id").asText());
          call.set("input", block.path("input"));
          String url = tools + "/tools/" + block.path("name").asText();
          JsonNode done = JSON.readTree(send(post(url, call.toString())));
          results
              .addObject()
              .put("type", "tool_result")
              .put("tool_use_id", block.path("id").asText())
              .put("content", done.path("content").asText())
              .put("is_error", done.path("isError").asBoolean());
        }
      }
    }
  }

  private static HttpRequest.Builder post(String url, String body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("x-api-key", "k")
        .header("anthropic-version", "2023-06-01")
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }
}
