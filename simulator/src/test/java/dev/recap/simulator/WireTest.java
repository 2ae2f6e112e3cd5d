package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest extends ServedTest {
  @Override
  SimulatorOptions options() {
    return SimulatorOptions.defaults().withWindowTokens(20_000);
  }

  private static void refused(HttpResponse<String> response, int status, String type, String text) {
    JsonNode error = Client.read(response.body());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(error.path("type").asText()).isEqualTo("error");
    assertThat(error.path("error").path("type").asText()).isEqualTo(type);
    assertThat(error.path("error").path("message").asText()).isEqualTo(text);
    assertThat(error.path("request_id").asText())
        .startsWith("req_")
        .isEqualTo(response.headers().firstValue("request-id").orElseThrow());
  }

  private void invalid(ObjectNode body, String text) {
    refused(client.post("/v1/messages", body.toString()), 400, "invalid_request_error", text);
  }

  @Nested
  class Http {
    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(server.baseUri().resolve(path));
    }

    private static HttpRequest.BodyPublisher hello() {
      return HttpRequest.BodyPublishers.ofString(Client.request("Hello").toString());
    }

    @Test
    void wantsAKeyOrABearerToken() {
      refused(
          client.send(request("/v1/messages").POST(hello()).build()),
          401,
          "authentication_error",
          "x-api-key header is required");
    }

    @ParameterizedTest
    @CsvSource({"x-api-key,anything", "authorization,Bearer anything"})
    void acceptsBothWaysOfAuthentication(String header, String value) {
      var response =
          client.send(request("/v1/messages").header(header, value).POST(hello()).build());
      assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void ignoresTheQuery() {
      assertThat(
              client
                  .post("/v1/messages?beta=true", Client.request("Hello").toString())
                  .statusCode())
          .isEqualTo(200);
    }

    @Test
    void knowsNoOtherPath() {
      refused(client.post("/v1/complete", "{}"), 404, "not_found_error", "Not found: /v1/complete");
    }

    @Test
    void knowsNoOtherMethod() {
      var get = request("/v1/messages").header("x-api-key", "k").GET().build();
      refused(client.send(get), 405, "invalid_request_error", "Method Not Allowed");
    }

    @Test
    void refusesABodyOverThirtyTwoMegabytes() {
      String large = " ".repeat(32 * 1024 * 1024 + 1);
      refused(
          client.post("/v1/messages", large),
          413,
          "request_too_large",
          "Request exceeds the maximum allowed number of bytes.");
    }

    @Test
    void refusesWhatIsNotJson() {
      var response = client.post("/v1/messages", "{\"model\": ");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("The request body is not valid JSON");
    }

    @Test
    void givesEveryAnswerItsRequestId() {
      var first = client.post("/v1/messages", Client.request("Hello").toString());
      var second = client.post("/v1/messages", Client.request("Hello").toString());
      assertThat(first.headers().firstValue("request-id"))
          .isPresent()
          .isNotEqualTo(second.headers().firstValue("request-id"));
    }
  }

  @Nested
  class Fields {
    @Test
    void modelIsRequired() {
      invalid(Client.request("Hi").without("model"), "model: Field required");
    }

    @Test
    void maxTokensIsRequired() {
      invalid(Client.request("Hi").without("max_tokens"), "max_tokens: Field required");
    }

    @Test
    void maxTokensHasALimit() {
      invalid(
          Client.request("Hi").put("max_tokens", 250_000),
          "max_tokens: 250000 > 128000, which is the maximum allowed number of output tokens for"
              + " any-model");
    }

    @Test
    void serverHeldHistoryIsRefusedWithItsCode() {
      ObjectNode body = Client.request("Hi");
      body.putObject("thread").put("id", "t1");
      JsonNode error = client.message(body).path("error");
      assertThat(error.path("details").path("error_code").asText())
          .isEqualTo("thread_unsupported_request");
      assertThat(client.message(body.put("thread", false)).path("type").asText())
          .isEqualTo("message");
    }

    @Test
    void thePromptFitsTheWindow() {
      ObjectNode body = Client.request("word ".repeat(20_000));
      int tokens = new TokenCounter().countRequest(body);
      invalid(body, "prompt is too long: " + tokens + " tokens > 20000 maximum");
    }
  }
}
