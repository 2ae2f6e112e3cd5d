package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.Account;
import dev.recap.simulator.TokenCounter;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request is judged by beside its body.
 *
 * @param betas what its headers name
 * @param model the one to go by, empty for that of the request
 * @param account who sends it
 * @param counters the counter of each model
 */
public record Terms(
    String betas, Optional<String> model, Account account, Function<Model, TokenCounter> counters) {
  /** The model that a request is judged by. */
  Model model(JsonNode body) {
    return Model.of(model.orElse(body.path("model").asText()));
  }

  boolean has(String beta) {
    return betas.contains(beta);
  }
}
