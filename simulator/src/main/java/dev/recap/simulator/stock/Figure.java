package dev.recap.simulator.stock;

/** What is known of a SKU in a warehouse, in pieces. */
enum Figure {
  EXPECTED,
  MINIMUM,
  COUNTED
}
