package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static SimulatorServer with(Faults faults) {
    return SimulatorServer.start(SimulatorOptions.defaults().withFaults(faults));
  }

  private static List<Integer> statuses(Faults faults, int requests) {
    List<Integer> statuses = new ArrayList<>();
    try (SimulatorServer server = with(faults)) {
      Client client = new Client(server.baseUri());
      for (int i = 0; i < requests; i++) {
        statuses.add(client.post("/v1/messages", Client.request("Hi").toString()).statusCode());
      }
    }
    return statuses;
  }

  @Test
  void aRateLimitNamesWhenToComeBack() {
    try (SimulatorServer server = with(Faults.of(1, 0, 0, 0).withRetryAfterSeconds(7))) {
      var response =
          new Client(server.baseUri()).post("/v1/messages", Client.request("Hi").toString());
      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.headers().firstValue("retry-after")).hasValue("7");
      assertThat(response.body()).contains("rate_limit_error");
    }
  }

  @Test
  void theSharesAreKeptAndTheSeedRepeatsTheSequence() {
    Faults faults = Faults.of(0.2, 0.2, 0.2, 0).withSeed(42);
    List<Integer> statuses = statuses(faults, 100);

    assertThat(statuses).contains(200, 429, 500, 529);
    assertThat(statuses.stream().filter(s -> s == 200).count()).isBetween(25L, 55L);
    assertThat(statuses(faults, 100)).isEqualTo(statuses);
    assertThat(statuses(faults.withSeed(43), 100)).isNotEqualTo(statuses);
  }

  @Test
  void aDroppedConnectionHasNoAnswerAndIsRecorded() {
    try (SimulatorServer server = with(Faults.of(0, 0, 0, 1))) {
      Client client = new Client(server.baseUri());
      assertThatThrownBy(() -> client.post("/v1/messages", Client.request("Hi").toString()))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(server.exchanges()).isNotEmpty().allMatch(e -> e.status() == 0);
    }
  }

  @Test
  void sharesOutsideZeroToOneAreRefused() {
    assertThatThrownBy(() -> Faults.of(1.5, 0, 0, 0))
        .hasMessage("share429 is 1.5: expected 0 to 1");
    assertThatThrownBy(() -> Faults.of(0.6, 0.6, 0, 0))
        .hasMessage("the sum of the shares is 1.2: expected 0 to 1");
  }

  @Test
  void exchangesAreKeptInOrderUnlessTheyAreNotWanted() {
    try (SimulatorServer server = with(Faults.none())) {
      Client client = new Client(server.baseUri());
      client.post("/v1/messages", Client.request("first").toString());
      client.post("/v1/messages", "{}");
      assertThat(server.exchanges()).extracting(RecordedExchange::status).containsExactly(200, 400);
      assertThat(server.exchanges().getFirst().requestJson()).contains("first");
    }
    try (SimulatorServer server =
        SimulatorServer.start(SimulatorOptions.defaults().withKeepExchanges(false))) {
      new Client(server.baseUri()).post("/v1/messages", "{}");
      assertThat(server.exchanges()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (SimulatorServer server = with(Faults.none())) {
      var same = SimulatorOptions.defaults().withPort(server.port());
      assertThatThrownBy(() -> SimulatorServer.start(same))
          .hasMessageContaining("port " + server.port() + " cannot be used");
    }
  }
}
