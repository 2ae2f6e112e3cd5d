package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final String ASKING = "Write a summary of the conversation so far.";

  private final SimulatedTime time = new SimulatedTime(START);
  private SimulatorServer server = SimulatorServer.start(SimulatorOptions.defaults());
  private Client client = new Client(server.baseUri());

  private void start(SimulatorOptions options) {
    server.close();
    server = SimulatorServer.start(options);
    client = new Client(server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static ObjectNode asking() {
    ObjectNode body = Client.request(DeskTask.TASK.formatted(1));
    Client.messages(body).addObject().put("role", "assistant").put("content", "Understood.");
    Client.asks(body, ASKING);
    return body;
  }

  @Nested
  class ASlowReply {
    @Test
    void takesItsLatencyAndItsTokens() {
      start(
          SimulatorOptions.defaults()
              .withTime(time)
              .withPace(new Pace(Duration.ofMillis(800), 50)));

      JsonNode reply = client.message(Client.request("Hello"));

      int tokens = reply.path("usage").path("output_tokens").asInt();
      assertThat(Duration.between(START, time.instant()))
          .isEqualTo(Duration.ofMillis(800 + tokens * 20L));
    }

    @Test
    void takesAsLongWhenItIsStreamed() {
      start(
          SimulatorOptions.defaults().withTime(time).withPace(new Pace(Duration.ofSeconds(1), 10)));

      client.post("/v1/messages", Client.request("Hello").put("stream", true).toString());

      assertThat(Duration.between(START, time.instant()))
          .isGreaterThan(Duration.ofSeconds(5))
          .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void takesNoTimeUnlessAskedTo() {
      start(SimulatorOptions.defaults().withTime(time));

      client.message(Client.request("Hello"));

      assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void letsCacheEntriesExpire() {
      start(SimulatorOptions.defaults().withTime(time).withCacheableMinimumTokens(0));
      ObjectNode body = Client.request("Hello");
      body.putObject("cache_control").put("type", "ephemeral");
      client.message(body);

      assertThat(read(client.message(body))).isPositive();
      time.advance(Duration.ofMinutes(6));
      assertThat(read(client.message(body))).isZero();
    }

    private static int read(JsonNode reply) {
      return reply.path("usage").path("cache_read_input_tokens").asInt();
    }
  }

  @Nested
  class ASummaryThatFails {
    @ParameterizedTest
    @CsvSource({
      "http-400, 400, invalid_request_error",
      "http-529, 529, overloaded_error",
      "time-out, 504, timeout_error"
    })
    void failsEachTimeAndAlone(String mode, int status, String type) {
      start(
          SimulatorOptions.defaults()
              .withTime(time)
              .withSummaryMode(SummaryMode.parse(mode))
              .withSummaryHold(Duration.ofMinutes(20)));

      for (int i = 0; i < 3; i++) {
        var response = client.post("/v1/messages", asking().toString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.read(response.body()).path("error").path("type").asText())
            .isEqualTo(type);
      }
      assertThat(client.message(Client.request("Hello")).path("stop_reason").asText())
          .isEqualTo("end_turn");
      assertThat(Duration.between(START, time.instant()))
          .isEqualTo(mode.equals("time-out") ? Duration.ofHours(1) : Duration.ZERO);
    }

    @Test
    void isHeldUntilTheServerCloses() throws InterruptedException {
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      AtomicReference<Duration> hold = new AtomicReference<>();
      start(
          SimulatorOptions.defaults()
              .withSummaryMode(SummaryMode.TIME_OUT)
              .withWaiter(duration -> {
                hold.set(duration);
                held.countDown();
                never.await();
              }));
      AtomicReference<Throwable> ended = new AtomicReference<>();
      Thread asker =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  client.post("/v1/messages", asking().toString());
                } catch (RuntimeException e) {
                  ended.set(e);
                }
              });

      held.await();
      server.close();
      asker.join();

      assertThat(hold.get()).isEqualTo(Duration.ofHours(1));
      assertThat(ended.get()).isNotNull();
    }
  }

  @Nested
  class ValuesThatMakeNoSense {
    @Test
    void areRefusedWithWhatWasExpected() {
      assertThatThrownBy(() -> new Pace(Duration.ofMillis(-1), 0))
          .hasMessage("latency is PT-0.001S: expected 0 or more");
      assertThatThrownBy(() -> new Pace(Duration.ZERO, Double.NaN))
          .hasMessage("tokensPerSecond is NaN: expected 0 or more");
      assertThatThrownBy(() -> time.advance(Duration.ofSeconds(-1)))
          .hasMessageContaining("expected 0 or more");
    }
  }
}
