package dev.recap.simulator.stock;

/** One thing a message says about warehouses, which are named by their numbers. */
sealed interface Statement {
  /** Every SKU of a warehouse, or none in particular. */
  String ALL = "";

  /** A step was done, or is not done. */
  record StepIs(int warehouse, String sku, StockStep step, boolean done) implements Statement {}

  /** Every warehouse from one number to another is signed off. */
  record Closed(int first, int last) implements Statement {}

  /** A warehouse was handed out and is not signed off. */
  record Open(int warehouse) implements Statement {}

  /** A figure of a SKU. */
  record FigureIs(int warehouse, String sku, Figure figure, int value) implements Statement {}

  /** What the manager of a warehouse remarks: a stranger's words. */
  record Remark(int warehouse, String words) implements Statement {}

  /** No warehouse is left to hand out, or some is. */
  record NoneLeft(boolean none) implements Statement {}
}
