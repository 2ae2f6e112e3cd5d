package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Vocabulary;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is known of a SKU in a warehouse, in pieces. */
enum Figure {
  EXPECTED("expect(?:ed|s)?"),
  MINIMUM("minimum"),
  COUNTED("count(?:ed)?");

  private final Pattern said;

  Figure(String words) {
    this.said =
        Vocabulary.words(
            "\\b" + words + "(?:\\s*(?:is|was|of|to|as|at|:|=|->|→|\\*|`)){0,4}\\s*(\\d{1,7})\\b");
  }

  /** A number said of it. */
  Pattern said() {
    return said;
  }

  /** The letter by which signs name it. */
  String letter() {
    return name().substring(0, 1).toLowerCase(Locale.ROOT);
  }

  static Figure of(String letter) {
    return Arrays.stream(values()).filter(f -> f.letter().equals(letter)).findFirst().orElseThrow();
  }
}
