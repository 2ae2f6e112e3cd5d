package dev.recap.simulator.stock;

import java.util.Locale;

/** What is known of a SKU in a warehouse, in pieces. */
enum Figure {
  EXPECTED,
  MINIMUM,
  COUNTED;

  /** The name by which the reader knows it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
