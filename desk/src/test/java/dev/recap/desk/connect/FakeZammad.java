package dev.recap.desk.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers on this machine in the forms that Zammad's documentation shows. */
final class FakeZammad implements AutoCloseable {
  static final String TOKEN = "s3cret token";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<Long, String> tickets = new LinkedHashMap<>();
  private final Map<Long, List<String>> articles = new LinkedHashMap<>();
  private final Map<String, String> users = new LinkedHashMap<>();

  /** What was asked for, with its query, and what was posted. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  final List<JsonNode> posted = Collections.synchronizedList(new ArrayList<>());

  /** What it says in place of what it has; null for nothing. */
  final AtomicReference<@Nullable Canned> canned = new AtomicReference<>();

  /** Whether it lists tickets themselves, as some versions do. */
  boolean asList;

  /**
   * @param status 0 to close the connection without a word
   */
  record Canned(String path, int status, String body, Map<String, String> headers) {}

  FakeZammad() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    users.put(
        "10",
        "{\"id\":10,\"firstname\":\"Ada\",\"lastname\":\"Holm\",\"email\":\"ada.holm@example.com\"}");
  }

  URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  void ticket(long id, String title, String updatedAt) {
    tickets.put(
        id,
        """
        {"id":%d,"group_id":1,"number":"%d","title":"%s","customer_id":10,"note":null,
         "created_at":"2026-11-20T08:00:00.123Z","updated_at":"%s"}\
        """
            .formatted(id, 22000 + id, title, updatedAt));
  }

  void article(long ticket, long id, String sender, boolean internal, String body) {
    articles
        .computeIfAbsent(ticket, none -> new ArrayList<>())
        .add(
            """
            {"id":%d,"ticket_id":%d,"from":"%s","to":"","subject":"","body":"%s",
             "content_type":"text/html","type":"email","internal":%b,"sender":"%s",
             "attachments":[],"created_at":"2026-11-20T08:00:00.123Z"}\
            """
                .formatted(
                    id,
                    ticket,
                    sender.equals("Customer") ? "Ada Holm <ada.holm@example.com>" : "Kim",
                    body,
                    internal,
                    sender));
  }

  /** Says this once to a request that begins so. */
  void says(String path, int status, String body) {
    canned.set(new Canned(path, status, body, Map.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      requests.add(exchange.getRequestMethod() + " " + path);
      byte[] sent = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        posted.add(JSON.readTree(sent));
      }
      @Nullable Canned words = canned.get();
      if (words != null && path.startsWith(words.path())) {
        canned.set(null);
        words.headers().forEach(exchange.getResponseHeaders()::set);
        if (words.status() > 0) {
          say(exchange, words.status(), words.body());
        }
      } else if (!("Token token=" + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, "{\"error\":\"authentication failed\"}");
      } else if (path.startsWith("/api/v1/tickets/search?")) {
        say(exchange, 200, path.contains("page=1&") ? search() : "[]");
      } else if (path.startsWith("/api/v1/ticket_articles/by_ticket/")) {
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        say(exchange, 200, articles.getOrDefault(id, List.of()).toString());
      } else if (path.equals("/api/v1/ticket_articles") && !posted.isEmpty()) {
        say(exchange, 201, "{\"id\":%d,\"ticket_id\":9}".formatted(500 + posted.size()));
      } else {
        say(exchange, 404, "{\"error\":\"No route matches\"}");
      }
    }
  }

  private String search() {
    if (asList) {
      return tickets.values().toString();
    }
    return "{\"tickets\":%s,\"tickets_count\":%d,\"assets\":{\"Ticket\":{%s},\"User\":{%s}}}"
        .formatted(tickets.keySet(), tickets.size(), members(tickets), members(users));
  }

  private static String members(Map<?, String> objects) {
    return String.join(
        ",",
        objects.entrySet().stream()
            .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
