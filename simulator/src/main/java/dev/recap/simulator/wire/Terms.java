package dev.recap.simulator.wire;

import dev.recap.simulator.Account;

/**
 * What a request is judged by beside its body.
 *
 * @param betas what its headers name
 * @param account who sends it
 */
public record Terms(String betas, Account account) {
  boolean has(String beta) {
    return betas.contains(beta);
  }
}
