package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.error;
import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.textReply;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.core.Sleeper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.recap.model.ModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  @RegisterExtension final MessagesServer server = new MessagesServer();
  private final Pauses pauses = new Pauses();
  private final List<Exchange> exchanges = new ArrayList<>();

  /** Keeps what the retries would have waited for, and does not wait. */
  private static final class Pauses implements Sleeper {
    final List<Duration> asked = new ArrayList<>();

    @Override
    public void sleep(Duration duration) {
      asked.add(duration);
    }

    @Override
    public CompletableFuture<Void> sleepAsync(Duration duration) {
      throw new UnsupportedOperationException("nothing here is asynchronous");
    }

    @Override
    public void close() {}
  }

  private String asked(AnthropicModelBuilder builder) {
    try (AnthropicModel model = builder.sleeper(pauses).exchanges(exchanges::add).build()) {
      return model.ask(saying("a")).text();
    }
  }

  private static ResponseDefinitionBuilder ok() {
    return json(textReply("at last"));
  }

  @Nested
  class ATryThatMaySucceedLater {
    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 529})
    void isRepeatedAfterAnErrorThatPasses(int status) {
      server.answersInTurn(error(status, "x", "m"), error(status, "x", "m"), ok());
      assertThat(asked(server.model())).isEqualTo("at last");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void isRepeatedAfterABrokenConnection() {
      server.answersInTurn(
          new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER), ok());
      assertThat(asked(server.model())).isEqualTo("at last");
    }

    @Test
    void isRepeatedWhenTheReplyBreaksOffInTheMiddle() {
      server.answersInTurn(
          json("{}").withFault(Fault.RANDOM_DATA_THEN_CLOSE),
          json("{}").withFault(Fault.MALFORMED_RESPONSE_CHUNK),
          ok());
      assertThat(asked(server.model())).isEqualTo("at last");
      assertThat(exchanges).extracting(Exchange::delivered).containsExactly(false, false, true);
    }

    @Test
    void isRepeatedAfterATimeOut() {
      server.answersInTurn(ok().withFixedDelay(3_000), ok());
      assertThat(asked(server.model().timeout(Duration.ofMillis(250)))).isEqualTo("at last");
    }

    @Test
    void sendsTheSameBytesAgain() {
      server.answersInTurn(error(529, "overloaded_error", "m"), ok());
      asked(server.model());
      assertThat(server.requests().getFirst().getBody())
          .isEqualTo(server.requests().getLast().getBody());
    }

    @Test
    void waitsForAsLongAsTheProviderAsks() {
      server.answersInTurn(
          error(429, "rate_limit_error", "m").withHeader("retry-after", "7"),
          error(429, "rate_limit_error", "m").withHeader("retry-after-ms", "20"),
          ok());
      asked(server.model());
      assertThat(pauses.asked).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(20));
    }

    @Test
    void waitsASecondAtTheMostWhereTheProviderAsksForNoPause() {
      server.answersInTurn(
          error(429, "rate_limit_error", "m").withHeader("retry-after", "0"), ok());
      asked(server.model());
      assertThat(pauses.asked).hasSize(1);
      assertThat(pauses.asked.getFirst()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }
  }

  @Nested
  class AfterTheLastTry {
    @Test
    void theQuestionFailsWithTheLastError() {
      server.answers(error(529, "overloaded_error", "m"));
      assertThatThrownBy(() -> asked(server.model()))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("529 overloaded_error");
      assertThat(server.requests()).hasSize(3);
    }

    @Test
    void theNumberOfTriesIsWhatTheCallerSaid() {
      server.answers(error(500, "api_error", "m"));
      assertThatThrownBy(() -> asked(server.model().maxRetries(4)));
      assertThat(server.requests()).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 413})
  void anErrorThatStaysIsNotTriedAgain(int status) {
    server.answers(error(status, "x", "m"));
    assertThatThrownBy(() -> asked(server.model()));
    assertThat(server.requests()).hasSize(1);
  }
}
