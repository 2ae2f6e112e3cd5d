package dev.recap.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.recap.rehearsal.wire.ApiError;
import dev.recap.rehearsal.wire.ApiException;
import dev.recap.rehearsal.wire.EventStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP in front of the end points: authentication, paths, faults, errors, JSON and events. */
final class HttpFront implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final String MESSAGES = "/v1/messages";
  private static final String COUNT = "/v1/messages/count_tokens";

  private final MessagesApi api;
  private final FaultPlan faults;
  private final ExchangeLog log;
  private final AtomicLong requests = new AtomicLong();

  HttpFront(MessagesApi api, FaultPlan faults, ExchangeLog log) {
    this.api = api;
    this.faults = faults;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String id = "%020d".formatted(requests.incrementAndGet());
    Visit visit = new Visit(exchange, "req_rehearsal" + id);
    try (exchange) {
      try {
        serve(visit, "msg_rehearsal" + id);
      } catch (ApiException e) {
        fail(visit, e.error(), 0);
      } catch (ServerClosing e) {
        record(visit, "", 0);
      } catch (RuntimeException e) {
        LOG.error("request {} failed; it is answered with 500", visit.requestId, e);
        fail(visit, ApiError.of(500, "api_error", "Internal server error: " + e), 0);
      }
    }
  }

  private void serve(Visit visit, String messageId) throws IOException {
    visit.checkAuthentication();
    boolean count = visit.path.equals(COUNT);
    if (!count && !visit.path.equals(MESSAGES)) {
      throw new ApiException(ApiError.of(404, "not_found_error", "Not found: " + visit.path));
    }
    if (!visit.exchange.getRequestMethod().equals("POST")) {
      throw new ApiException(ApiError.of(405, "invalid_request_error", "Method Not Allowed"));
    }
    visit.readBody();
    switch (faults.next()) {
      case FaultPlan.Fate.Dropped dropped -> record(visit, "", 0);
      case FaultPlan.Fate.Failed failed -> fail(visit, failed.error(), failed.retryAfterSeconds());
      case FaultPlan.Fate.Answered answered -> answer(visit, count, messageId);
    }
  }

  private void answer(Visit visit, boolean count, String messageId) throws IOException {
    if (count) {
      sendJson(visit, 200, api.count(visit.body));
      return;
    }
    MessagesApi.Answer answer = api.message(visit.body, visit.behaviour(api.options()), messageId);
    int tokens = answer.message().path("usage").path("output_tokens").asInt();
    Pace pace = api.options().timing().pace();
    api.pass(answer.stream() ? pace.latency() : pace.latency().plus(pace.writing(tokens)));
    if (answer.stream()) {
      sendEvents(visit, answer.message(), tokens);
    } else {
      sendJson(visit, 200, answer.message());
    }
  }

  private void fail(Visit visit, ApiError error, int retryAfterSeconds) throws IOException {
    if (retryAfterSeconds > 0) {
      visit.exchange.getResponseHeaders().set("retry-after", String.valueOf(retryAfterSeconds));
    }
    sendJson(visit, error.status(), error.json(visit.requestId));
  }

  private void sendJson(Visit visit, int status, ObjectNode json) throws IOException {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    record(visit, json.toString(), status);
    visit.headers("application/json");
    visit.exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = visit.exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void sendEvents(Visit visit, ObjectNode message, int tokens) throws IOException {
    record(visit, message.toString(), 200);
    visit.headers("text/event-stream; charset=utf-8");
    visit.exchange.getResponseHeaders().set("cache-control", "no-cache");
    visit.exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = visit.exchange.getResponseBody()) {
      List<String> events = EventStream.of(message);
      Duration writing = api.options().timing().pace().writing(tokens);
      for (String event : events) {
        api.pass(writing.dividedBy(events.size()));
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  private void record(Visit visit, String response, int status) {
    log.add(new RecordedExchange(visit.path, visit.body, response, status, visit.requestId));
  }

  /** One request on its way through. */
  private static final class Visit {
    private final HttpExchange exchange;
    private final String requestId;
    private final String path;
    private String body = "";

    Visit(HttpExchange exchange, String requestId) {
      this.exchange = exchange;
      this.requestId = requestId;
      this.path = exchange.getRequestURI().getPath();
    }

    void checkAuthentication() {
      boolean key = header("x-api-key").isPresent();
      boolean bearer = header("authorization").filter(v -> v.startsWith("Bearer ")).isPresent();
      if (!key && !bearer) {
        throw new ApiException(
            ApiError.of(401, "authentication_error", "x-api-key header is required"));
      }
    }

    void readBody() throws IOException {
      byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ApiException(
            ApiError.of(
                413, "request_too_large", "Request exceeds the maximum allowed number of bytes."));
      }
      body = new String(bytes, StandardCharsets.UTF_8);
    }

    /** What the options say, unless a header says otherwise. */
    Behaviour behaviour(RehearsalOptions options) {
      try {
        return new Behaviour(
            header("x-rehearsal-summary-mode")
                .map(SummaryMode::parse)
                .orElse(options.summaryMode()),
            header("x-rehearsal-schedule").map(Schedule::parse).orElse(options.schedule()),
            header("x-rehearsal-agent").map(AgentMode::parse).orElse(options.agent()));
      } catch (IllegalArgumentException e) {
        throw new ApiException(ApiError.invalid(String.valueOf(e.getMessage())));
      }
    }

    void headers(String contentType) {
      exchange.getResponseHeaders().set("content-type", contentType);
      exchange.getResponseHeaders().set("request-id", requestId);
    }

    private Optional<String> header(String name) {
      return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .filter(value -> !value.isBlank());
    }
  }
}
