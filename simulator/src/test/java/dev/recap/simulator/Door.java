package dev.recap.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The simulator without HTTP, as tests ask it. */
record Door(Simulator simulator) {
  static Door open() {
    return with(SimulatorOptions.defaults());
  }

  static Door with(SimulatorOptions options) {
    return new Door(Simulator.of(options));
  }

  /** A reply. */
  JsonNode accepted(ObjectNode request, String... betas) {
    Simulator.Answer answer = answer(request, betas);
    assertThat(answer.status()).as(answer.json()).isEqualTo(200);
    return Client.read(answer.json());
  }

  /** The words of a refusal. */
  String refusal(ObjectNode request, String... betas) {
    Simulator.Answer answer = answer(request, betas);
    assertThat(answer.status()).as(answer.json()).isEqualTo(400);
    assertThat(Client.read(answer.json()).at("/error/type").asText())
        .isEqualTo("invalid_request_error");
    return Client.read(answer.json()).at("/error/message").asText();
  }

  int count(ObjectNode request, String... betas) {
    String json = simulator.countTokens(request.toString(), headers(betas)).json();
    return Client.read(json).path("input_tokens").asInt();
  }

  Simulator.Answer answer(ObjectNode request, String... betas) {
    return simulator.answer(request.toString(), headers(betas));
  }

  private static Map<String, String> headers(String... betas) {
    return Map.of("anthropic-beta", String.join(",", betas));
  }
}
