package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Subject;

/** One thing a message says about warehouses, which are named by their numbers. */
sealed interface StockStatement {
  /** Every SKU of a warehouse, or none in particular. */
  String ALL = "";

  /** A step was done, or is not done. */
  record StepIs(int warehouse, String sku, StockStep step, boolean done)
      implements StockStatement {}

  /** Warehouses are signed off. */
  record Closed(Subject.Stretch warehouses) implements StockStatement {}

  /** A warehouse was handed out and is not signed off. */
  record Open(int warehouse) implements StockStatement {}

  /** A figure of a SKU. */
  record FigureIs(int warehouse, String sku, Figure figure, int value) implements StockStatement {}

  /** What the manager of a warehouse remarks: a stranger's words. */
  record Remark(int warehouse, String words) implements StockStatement {}

  /** No warehouse is left to hand out, or some is. */
  record NoneLeft(boolean none) implements StockStatement {}
}
