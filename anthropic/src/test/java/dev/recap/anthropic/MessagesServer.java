package dev.recap.anthropic;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Messages API on a free port of the loopback that says what a test tells it to say. */
final class MessagesServer implements BeforeEachCallback {
  private static final String PATH = "/v1/messages";

  /** One for all tests: starting it costs half a second. */
  private static final WireMockServer SERVER = started();

  private static WireMockServer started() {
    var server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    return server;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    SERVER.resetAll();
  }

  String address() {
    return SERVER.baseUrl();
  }

  /** A builder for a model behind this server. */
  AnthropicModelBuilder model() {
    return AnthropicModel.builder("claude-sonnet-5-5").apiKey("sk-test").baseUrl(address());
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse()
        .withHeader("content-type", "application/json")
        .withHeader("request-id", "req_1")
        .withBody(body);
  }

  static ResponseDefinitionBuilder stream(String events) {
    return aResponse()
        .withHeader("content-type", "text/event-stream; charset=utf-8")
        .withHeader("request-id", "req_1")
        .withBody(events);
  }

  static ResponseDefinitionBuilder error(int status, String type, String message) {
    return json("""
    {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_1"}\
    """
            .formatted(type, message))
        .withStatus(status);
  }

  /** A reply with this content, a JSON array, and stop reason. */
  static String reply(String content, String stopReason) {
    return """
    {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5",\
    "content":%s,"stop_reason":"%s","stop_sequence":null,\
    "usage":{"input_tokens":10,"output_tokens":5}}\
    """
        .formatted(content, stopReason);
  }

  static String textReply(String text) {
    return reply("[{\"type\":\"text\",\"text\":\"%s\"}]".formatted(text), "end_turn");
  }

  /** Answers every request like this. */
  void answers(ResponseDefinitionBuilder response) {
    SERVER.stubFor(post(urlEqualTo(PATH)).willReturn(response));
  }

  /** Answers one request after the other, and no more than these. */
  void answersInTurn(ResponseDefinitionBuilder... responses) {
    for (int i = 0; i < responses.length; i++) {
      SERVER.stubFor(
          post(urlEqualTo(PATH))
              .inScenario("in turn")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(responses[i])
              .willSetStateTo("after " + (i + 1)));
    }
  }

  /** The requests that came, in order. */
  List<LoggedRequest> requests() {
    return SERVER.findAll(postRequestedFor(urlEqualTo(PATH)));
  }

  /** Forgets the requests that came, but not what to answer. */
  void forget() {
    SERVER.resetRequests();
  }

  LoggedRequest onlyRequest() {
    List<LoggedRequest> requests = requests();
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, but there were " + requests.size());
    }
    return requests.getFirst();
  }
}
