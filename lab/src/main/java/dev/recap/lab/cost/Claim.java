package dev.recap.lab.cost;

import java.util.Locale;

/**
 * Something that is claimed, and what was measured.
 *
 * @param limit what it is held against; empty where it is only reported
 */
public record Claim(String measured, String limit, boolean holds) {

  /** A figure that may not be larger. */
  static Claim atMost(double limit, double measured) {
    return new Claim(figure(measured), "at most " + figure(limit), measured <= limit);
  }

  /** All of them, and at least one. */
  static Claim every(int held, int of, String what) {
    return new Claim("%d of %d %s".formatted(held, of, what), "every one", of > 0 && held == of);
  }

  static Claim reported(double measured) {
    return new Claim(figure(measured), "", true);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
