package dev.recap.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.recap.simulator.wire.ApiError;
import dev.recap.simulator.wire.EventStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** HTTP in front of the service: reads a request, sends JSON or events. */
final class HttpFront implements HttpHandler {
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final Service service;

  HttpFront(Service service) {
    this.service = service;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        refuse(exchange);
        return;
      }
      Inquiry inquiry =
          new Inquiry(
              exchange.getRequestMethod(),
              Objects.requireNonNullElse(exchange.getRequestURI().getPath(), ""),
              headers(exchange),
              new String(bytes, StandardCharsets.UTF_8));
      switch (service.serve(inquiry)) {
        case Fate.Dropped dropped -> {}
        case Fate.Json json -> sendJson(exchange, json);
        case Fate.Events events -> sendEvents(exchange, events);
      }
    }
  }

  private static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return headers;
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    ApiError error =
        ApiError.of(
            413, "request_too_large", "Request exceeds the maximum allowed number of bytes.");
    String id = "req_simulator_too_large";
    sendJson(exchange, new Fate.Json(id, 413, error.json(id).toString(), 0));
  }

  private static void sendJson(HttpExchange exchange, Fate.Json json) throws IOException {
    byte[] bytes = json.json().getBytes(StandardCharsets.UTF_8);
    setHeaders(exchange, "application/json", json.requestId());
    if (json.retryAfterSeconds() > 0) {
      exchange.getResponseHeaders().set("retry-after", String.valueOf(json.retryAfterSeconds()));
    }
    exchange.sendResponseHeaders(json.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void sendEvents(HttpExchange exchange, Fate.Events events) throws IOException {
    setHeaders(exchange, "text/event-stream; charset=utf-8", events.requestId());
    exchange.getResponseHeaders().set("cache-control", "no-cache");
    exchange.sendResponseHeaders(200, 0);
    List<String> texts = EventStream.of(events.message());
    try (OutputStream out = exchange.getResponseBody()) {
      for (String text : texts) {
        service.betweenEvents(events.outputTokens(), texts.size());
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  private static void setHeaders(HttpExchange exchange, String contentType, String requestId) {
    exchange.getResponseHeaders().set("content-type", contentType);
    exchange.getResponseHeaders().set("request-id", requestId);
  }
}
