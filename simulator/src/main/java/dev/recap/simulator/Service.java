package dev.recap.simulator;

import dev.recap.simulator.wire.ApiError;
import dev.recap.simulator.wire.ApiException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end points behind whatever carries requests to them: authentication, paths, faults, errors,
 * the time replies take, the log of exchanges. Safe for use by several threads.
 */
final class Service {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final String MESSAGES = "/v1/messages";
  private static final String COUNT = "/v1/messages/count_tokens";

  private final MessagesApi api;
  private final SimulatorOptions options;
  private final FaultPlan faults;
  private final ExchangeLog log;
  private final AtomicLong requests = new AtomicLong();

  Service(SimulatorOptions options) {
    this.options = options;
    this.api = new MessagesApi(options);
    this.faults = new FaultPlan(options.faults());
    this.log = new ExchangeLog(options.keepExchanges());
  }

  ExchangeLog log() {
    return log;
  }

  /** What becomes of a request. A reply that takes time is returned when its time has passed. */
  Fate serve(Inquiry inquiry) {
    String id = "%020d".formatted(requests.incrementAndGet());
    String requestId = "req_simulator" + id;
    Fate outcome;
    try {
      outcome = judged(inquiry, requestId, "msg_simulator" + id);
    } catch (ApiException e) {
      outcome = failed(e.error(), requestId, 0);
    } catch (ServerClosing e) {
      outcome = new Fate.Dropped(requestId);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("request {} failed; it is answered with 500", requestId, e);
      outcome = failed(ApiError.of(500, "api_error", "Internal server error: " + e), requestId, 0);
    }
    record(inquiry, outcome);
    return outcome;
  }

  private Fate judged(Inquiry inquiry, String requestId, String messageId) {
    if (!inquiry.authenticated()) {
      throw new ApiException(
          ApiError.of(401, "authentication_error", "x-api-key header is required"));
    }
    if (!inquiry.path().equals(COUNT) && !inquiry.path().equals(MESSAGES)) {
      throw new ApiException(ApiError.of(404, "not_found_error", "Not found: " + inquiry.path()));
    }
    if (!inquiry.method().equals("POST")) {
      throw new ApiException(ApiError.of(405, "invalid_request_error", "Method Not Allowed"));
    }
    return switch (faults.next()) {
      case FaultPlan.Fate.Dropped dropped -> new Fate.Dropped(requestId);
      case FaultPlan.Fate.Failed failed ->
          failed(failed.error(), requestId, failed.retryAfterSeconds());
      case FaultPlan.Fate.Answered answered -> answer(inquiry, requestId, messageId);
    };
  }

  private Fate answer(Inquiry inquiry, String requestId, String messageId) {
    String betas = inquiry.all("anthropic-beta");
    if (inquiry.path().equals(COUNT)) {
      return new Fate.Json(requestId, 200, api.count(inquiry.body(), betas).toString(), 0);
    }
    MessagesApi.Answer answer = api.message(inquiry.body(), behaviour(inquiry), betas, messageId);
    Pace pace = options.timing().pace();
    if (answer.stream()) {
      api.pass(pace.latency());
      return new Fate.Events(requestId, answer.message(), answer.outputTokens());
    }
    api.pass(pace.latency().plus(pace.writing(answer.outputTokens())));
    return new Fate.Json(requestId, 200, answer.message().toString(), 0);
  }

  /** What the options say, unless a header says otherwise. */
  private Behaviour behaviour(Inquiry inquiry) {
    try {
      return new Behaviour(
          inquiry
              .header("x-simulator-summary-mode")
              .map(SummaryMode::parse)
              .orElse(options.summaryMode()),
          inquiry.header("x-simulator-schedule").map(Schedule::parse).orElse(options.schedule()),
          inquiry.header("x-simulator-agent").map(AgentMode::parse).orElse(options.agent()));
    } catch (IllegalArgumentException e) {
      throw new ApiException(ApiError.invalid(String.valueOf(e.getMessage())));
    }
  }

  /** Lets the time pass that is due between two of so many events of a stream. */
  void betweenEvents(int outputTokens, int events) {
    Duration writing = options.timing().pace().writing(outputTokens);
    api.pass(writing.dividedBy(Math.max(1, events)));
  }

  private static Fate failed(ApiError error, String requestId, int retryAfterSeconds) {
    return new Fate.Json(
        requestId, error.status(), error.json(requestId).toString(), retryAfterSeconds);
  }

  private void record(Inquiry inquiry, Fate outcome) {
    switch (outcome) {
      case Fate.Json json -> record(inquiry, json.json(), json.status(), json.requestId());
      case Fate.Events events ->
          record(inquiry, events.message().toString(), 200, events.requestId());
      case Fate.Dropped dropped -> record(inquiry, "", 0, dropped.requestId());
    }
  }

  private void record(Inquiry inquiry, String response, int status, String requestId) {
    log.add(new RecordedExchange(inquiry.path(), inquiry.body(), response, status, requestId));
  }
}
