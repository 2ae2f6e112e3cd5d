package dev.recap.simulator.wire;

import dev.recap.simulator.Account;
import dev.recap.simulator.TokenCounter;
import java.util.function.Function;

/**
 * What a request is judged by beside its body.
 *
 * @param betas what its headers name
 * @param account who sends it
 * @param counters the counter of each model
 */
public record Terms(String betas, Account account, Function<Model, TokenCounter> counters) {
  boolean has(String beta) {
    return betas.contains(beta);
  }
}
