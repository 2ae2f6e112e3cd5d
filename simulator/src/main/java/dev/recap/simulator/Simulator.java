package dev.recap.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The simulator without HTTP: a body in, what a server would answer out, by the same code. It keeps
 * no port, no thread and no connection, and holds nothing that has to be closed.
 *
 * <p>Safe for use by several threads; the prompt cache and the sequence of faults are shared by all
 * calls on one instance, as they are on one server.
 */
public final class Simulator {
  /**
   * What came back.
   *
   * @param status the HTTP status, 0 where the connection would have been dropped
   * @param json the message or error; a message also where the request asks for a stream
   * @param retryAfterSeconds what an error names, 0 where it names nothing
   * @param requestId as in the {@code request-id} header
   */
  public record Answer(int status, String json, int retryAfterSeconds, String requestId) {}

  private static final String MESSAGES = "/v1/messages";

  private final Service service;

  Simulator(Service service) {
    this.service = service;
  }

  /** A simulator with those options; port is ignored. */
  public static Simulator of(SimulatorOptions options) {
    return new Simulator(new Service(options));
  }

  /**
   * Answers {@code POST /v1/messages}. No key is needed.
   *
   * @param body the request's JSON
   * @param headers by name, such as {@code x-simulator-agent}; those of HTTP itself mean nothing
   */
  public Answer answer(String body, Map<String, String> headers) {
    return at(MESSAGES, body, headers);
  }

  /** Answers {@code POST /v1/messages/count_tokens}. */
  public Answer countTokens(String body, Map<String, String> headers) {
    return at(MESSAGES + "/count_tokens", body, headers);
  }

  /** Every exchange so far, in the order of the answers; a copy. */
  public List<RecordedExchange> exchanges() {
    return service.log().all();
  }

  private Answer at(String path, String body, Map<String, String> headers) {
    Map<String, List<String>> lower = new HashMap<>();
    lower.put("x-api-key", List.of("not needed in process"));
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return switch (service.serve(new Inquiry("POST", path, lower, body))) {
      case Fate.Json json ->
          new Answer(json.status(), json.json(), json.retryAfterSeconds(), json.requestId());
      case Fate.Events events -> {
        service.betweenEvents(events.outputTokens(), 1);
        yield new Answer(200, events.message().toString(), 0, events.requestId());
      }
      case Fate.Dropped dropped -> new Answer(0, "", 0, dropped.requestId());
    };
  }
}
