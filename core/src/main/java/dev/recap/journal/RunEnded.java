package dev.recap.journal;

import java.util.Objects;

/**
 * A run ended.
 *
 * @param outcome the result's name, such as {@code Answered}
 */
public record RunEnded(String outcome) implements Entry {
  public RunEnded {
    Objects.requireNonNull(outcome, "outcome");
  }
}
