package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.error;
import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.textReply;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
  @RegisterExtension final MessagesServer server = new MessagesServer();

  private ModelException failure(AnthropicModelBuilder builder) {
    try (AnthropicModel model = builder.maxRetries(0).build()) {
      return catchThrowableOfType(ModelException.class, () -> model.ask(saying("a")));
    }
  }

  private ModelException failure(ResponseDefinitionBuilder answer) {
    server.answers(answer);
    return failure(server.model());
  }

  @Nested
  class AnErrorOfTheProvider {
    @ParameterizedTest
    @CsvSource({
      "400, invalid_request_error, INVALID_REQUEST",
      "401, authentication_error, AUTHENTICATION",
      "402, billing_error, BILLING",
      "403, permission_error, AUTHENTICATION",
      "404, not_found_error, NOT_FOUND",
      "409, conflict_error, PROVIDER",
      "413, request_too_large, WINDOW_OVERFLOW",
      "429, rate_limit_error, RATE_LIMIT",
      "500, api_error, PROVIDER",
      "504, timeout_error, TIMEOUT",
      "529, overloaded_error, PROVIDER"
    })
    void hasTheCategoryOfItsType(int status, String type, Category category) {
      assertThat(failure(error(status, type, "words")).category()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
      "401, AUTHENTICATION",
      "402, BILLING",
      "403, AUTHENTICATION",
      "404, NOT_FOUND",
      "408, TIMEOUT",
      "409, PROVIDER",
      "413, WINDOW_OVERFLOW",
      "422, INVALID_REQUEST",
      "429, RATE_LIMIT",
      "502, PROVIDER",
      "504, TIMEOUT"
    })
    void hasTheCategoryOfItsStatusWhereThereIsNoKnownType(int status, Category category) {
      assertThat(failure(error(status, "new_error", "words")).category()).isEqualTo(category);
    }

    @Test
    void isDescribedWithStatusTypeWordsAndRequest() {
      ModelException failure = failure(error(404, "not_found_error", "model: claude-9"));
      assertThat(failure)
          .hasMessage(
              server.address() + " answered 404 not_found_error: model: claude-9 (request req_1)");
      assertThat(failure.requestId()).contains("req_1");
    }

    @Test
    void namesThePauseItAsksFor() {
      assertThat(failure(error(429, "rate_limit_error", "slow").withHeader("retry-after", "17")))
          .hasMessageContaining("slow, retry after 17 s (request");
    }

    @Test
    void takesTheRequestFromTheBodyWhereTheHeaderIsMissing() {
      ModelException failure =
          failure(
              new ResponseDefinitionBuilder()
                  .withStatus(400)
                  .withBody(
                      "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"m\"},"
                          + "\"request_id\":\"req_body\"}"));
      assertThat(failure.requestId()).contains("req_body");
    }

    @Test
    void thatIsNoJsonIsQuoted() {
      assertThat(
              failure(
                  new ResponseDefinitionBuilder().withStatus(502).withBody("<h1>Bad Gateway</h1>")))
          .hasMessage(server.address() + " answered 502: <h1>Bad Gateway</h1>");
    }

    @Test
    void thatIsJsonOfAnotherShapeIsQuoted() {
      assertThat(failure(json("{\"reason\":\"no route\"}").withStatus(404)))
          .hasMessageContaining("answered 404: {\"reason\":\"no route\"}");
    }

    @Test
    void thatIsVeryLongIsCut() {
      assertThat(failure(error(500, "api_error", "x".repeat(5_000))).getMessage())
          .contains("x".repeat(1_000) + "...")
          .hasSizeLessThan(1_200);
    }

    @Test
    void withoutABodySaysSo() {
      assertThat(failure(new ResponseDefinitionBuilder().withStatus(503)))
          .hasMessage(server.address() + " answered 503: no words of explanation");
    }

    @Test
    void aboutAnEmptyAccountIsABillingFailure() {
      assertThat(
              failure(
                      error(
                          400,
                          "invalid_request_error",
                          "Your credit balance is too low to access the API."))
                  .category())
          .isEqualTo(Category.BILLING);
    }
  }

  /** By which words, {@code OverflowWordsTest} of the core tells. */
  @Nested
  class AnOverflow {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "400 | invalid_request_error | prompt is too long: 208656 tokens > 200000 maximum",
          "413 | invalid_request_error | Request size exceeds model context window",
          "400 | BadRequestError | This model's maximum context length is 131072 tokens.",
          "500 | api_error | litellm.ContextWindowExceededError: so it said"
        })
    void isRecognisedByItsWords(int status, String type, String words) {
      ModelException failure = failure(error(status, type, words));
      assertThat(failure.category()).isEqualTo(Category.WINDOW_OVERFLOW);
      assertThat(failure).hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"error\":{\"message\":\"Bad.\",\"code\":\"context_length_exceeded\"}}",
          "{\"error\":\"n_keep is greater than the context length (n_keep: 9>= n_ctx: 8)\"}",
          "{\"message\":\"Input is too long for requested model.\"}",
          "the request exceeds the available context size"
        })
    void isRecognisedWhereverAGatewayPutsItsWords(String body) {
      assertThat(failure(json(body).withStatus(400)).category())
          .isEqualTo(Category.WINDOW_OVERFLOW);
    }

    @Test
    void isA413WithoutABodyOrWithAPage() {
      String page = "<html><h1>413 Request Entity Too Large</h1>nginx</html>";
      assertThat(failure(new ResponseDefinitionBuilder().withStatus(413)).category())
          .isEqualTo(Category.WINDOW_OVERFLOW);
      assertThat(failure(new ResponseDefinitionBuilder().withStatus(413).withBody(page)).category())
          .isEqualTo(Category.WINDOW_OVERFLOW);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "400 | invalid_request_error | max_tokens: 250000 > 128000 | INVALID_REQUEST",
          "413 | tokens | Request too large on tokens per minute (TPM): Limit 6000 | RATE_LIMIT",
          "429 | rate_limit_error | prompt is too long for this rate limit | RATE_LIMIT",
          "500 | api_error | Too many tokens, please wait before trying again. | PROVIDER"
        })
    void isNotSeenInOtherWords(int status, String type, String words, Category category) {
      assertThat(failure(error(status, type, words)).category()).isEqualTo(category);
    }
  }

  @Nested
  class NoAnswer {
    @Test
    void inTimeIsATimeOutThatNamesTheLimit() {
      server.answers(json(textReply("late")).withFixedDelay(3_000));
      ModelException failure = failure(server.model().timeout(Duration.ofMillis(150)));
      assertThat(failure.category()).isEqualTo(Category.TIMEOUT);
      assertThat(failure).hasMessage(server.address() + " did not answer within 150 ms");
    }

    @Test
    void asTheConnectionWasResetIsAConnectionFailure() {
      assertThat(
              failure(new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER))
                  .category())
          .isEqualTo(Category.CONNECTION);
    }

    @Test
    void inTheMiddleOfAStreamIsAConnectionFailure() {
      server.answers(
          MessagesServer.stream("event: ping\n\n").withFault(Fault.RANDOM_DATA_THEN_CLOSE));
      assertThat(failure(server.model().streaming(piece -> {})).category())
          .isEqualTo(Category.CONNECTION);
    }

    @Test
    void asNobodyListensNamesTheAddress() throws IOException {
      int port;
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
      String address = "http://127.0.0.1:" + port;
      ModelException failure = failure(server.model().baseUrl(address));
      assertThat(failure.category()).isEqualTo(Category.CONNECTION);
      assertThat(failure).hasMessageStartingWith("the connection to " + address + " failed: ");
    }

    @Test
    @Timeout(20)
    void asTheAskerWasInterruptedKeepsTheFlag() throws Exception {
      try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          AnthropicModel model =
              server.model().baseUrl("http://127.0.0.1:" + silent.getLocalPort()).build()) {
        var asked =
            new FutureTask<>(() -> {
              ModelException failure =
                  catchThrowableOfType(ModelException.class, () -> model.ask(saying("a")));
              return failure.category() + " " + Thread.currentThread().isInterrupted();
            });
        Thread asker = Thread.ofPlatform().start(asked);
        try (Socket connection = silent.accept()) {
          // The request has arrived, so the asker waits for an answer that never comes.
          assertThat(connection.getInputStream().read()).isEqualTo('P');
          asker.interrupt();
          assertThat(asked.get()).isEqualTo("INTERRUPTED true");
        }
      }
    }
  }
}
