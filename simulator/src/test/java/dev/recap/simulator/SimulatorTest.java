package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door without HTTP. */
class SimulatorTest {
  private static ObjectNode task() {
    return DeskTask.request(2);
  }

  @Test
  void answersWhatAServerAnswers() {
    Simulator direct = Simulator.of(SimulatorOptions.defaults());
    try (SimulatorServer server = SimulatorServer.start(SimulatorOptions.defaults())) {
      Client client = new Client(server.baseUri());
      ObjectNode body = task();
      SmallDesk desk = new SmallDesk(2);
      for (int turn = 0; turn < 16; turn++) {
        Simulator.Answer answer = direct.answer(body.toString(), Map.of());
        JsonNode overHttp = client.message(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Client.read(answer.json())).isEqualTo(overHttp);
        if (!Client.goesOn(overHttp)) {
          break;
        }
        Client.answer(body, overHttp, desk::run);
      }
      assertThat(desk.complete()).isEqualTo(2);
    }
  }

  @Test
  void takesHeadersInAnyCase() {
    Simulator direct = Simulator.of(SimulatorOptions.defaults());
    String body = task().toString();

    String error = direct.answer(body, Map.of("X-Simulator-Agent", "nobody")).json();

    assertThat(error).contains("agent 'nobody' is not known");
  }

  @Test
  void countsTokens() {
    Simulator direct = Simulator.of(SimulatorOptions.defaults());
    String body = task().toString();

    int counted =
        Client.read(direct.countTokens(body, Map.of()).json()).path("input_tokens").asInt();

    assertThat(counted).isEqualTo(new TokenCounter().countRequest(Client.read(body)));
  }

  @Test
  void givesAStreamedMessageWhole() {
    Simulator direct = Simulator.of(SimulatorOptions.defaults());

    Simulator.Answer streamed = direct.answer(task().put("stream", true).toString(), Map.of());

    assertThat(Client.read(streamed.json()).path("content"))
        .isEqualTo(Client.read(direct.answer(task().toString(), Map.of()).json()).path("content"));
  }

  @Test
  void namesFaultsInsteadOfClosingAConnection() {
    Simulator dropping =
        Simulator.of(SimulatorOptions.defaults().withFaults(Faults.of(0, 0, 0, 1)));
    Simulator limiting =
        Simulator.of(
            SimulatorOptions.defaults().withFaults(Faults.of(1, 0, 0, 0).withRetryAfterSeconds(7)));

    assertThat(dropping.answer(task().toString(), Map.of()).status()).isZero();
    Simulator.Answer limited = limiting.answer(task().toString(), Map.of());
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.retryAfterSeconds()).isEqualTo(7);
  }

  @Test
  void takesSimulatedTime() {
    SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    Simulator slow =
        Simulator.of(
            SimulatorOptions.defaults()
                .withTime(time)
                .withPace(new Pace(Duration.ofSeconds(2), 0)));

    slow.answer(task().toString(), Map.of());

    assertThat(time.instant()).isEqualTo(Instant.EPOCH.plusSeconds(2));
  }

  @Test
  void sharesTheLogOfAServer() {
    try (SimulatorServer server = SimulatorServer.start(SimulatorOptions.defaults())) {
      server.direct().answer(task().toString(), Map.of());

      assertThat(server.exchanges()).hasSize(1);
      assertThat(server.direct().exchanges()).isEqualTo(server.exchanges());
    }
  }
}
