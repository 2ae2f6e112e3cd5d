package dev.recap.simulator.agent;

import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Signatures;

/** Chance that is a function of the request: the same request draws the same. */
final class Chance {
  private static final int DIGITS = 8;

  private Chance() {}

  /** A number from 0 to below 1; {@code purpose} keeps the draws of one request apart. */
  static double of(MessagesRequest request, String purpose) {
    String digest = Signatures.digest(purpose + '\n' + request.withoutDelivery());
    return Long.parseLong(digest.substring(0, DIGITS), 16) / (double) (1L << (4 * DIGITS));
  }
}
