package dev.recap.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whom the simulator agent believes where a record and a summary disagree. */
public enum Trust {
  /** Whom the text says is right; where it says nothing, what was said last. */
  TEXT,
  /** The ledger, whatever the text says. */
  LEDGER,
  /** The summary, whatever the text says; results of calls in view override both. */
  SUMMARY;

  /**
   * The trust of that name, in any case.
   *
   * @throws IllegalArgumentException naming the value and the accepted ones
   */
  public static Trust parse(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (Trust trust : values()) {
      if (trust.name().equals(wanted)) {
        return trust;
      }
    }
    String accepted =
        Arrays.stream(values())
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "trust '" + name + "' is not known: expected one of " + accepted);
  }
}
