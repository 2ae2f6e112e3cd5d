package dev.recap.simulator.stock;

import java.util.Arrays;
import java.util.Optional;

/** The steps of a warehouse, in the order they are taken. */
enum StockStep {
  FETCH(1, "get_next_warehouse"),
  DELIVERY(2, "last_delivery"),
  SCAN(3, "read_scanner"),
  COUNT(4, "record_count"),
  ORDER(5, "order_replenishment"),
  SIGN_OFF(6, "sign_off");

  private final int number;
  private final String tool;

  StockStep(int number, String tool) {
    this.number = number;
    this.tool = tool;
  }

  /** The digit by which signs name it. */
  int number() {
    return number;
  }

  /** The tool that takes the step. */
  String tool() {
    return tool;
  }

  /** Whether it is taken for each SKU by itself. */
  boolean ofSku() {
    return this != FETCH && this != SIGN_OFF;
  }

  static StockStep ofNumber(int number) {
    return Arrays.stream(values()).filter(step -> step.number == number).findFirst().orElseThrow();
  }

  /** The step a tool takes, if it takes one. */
  static Optional<StockStep> ofTool(String name) {
    return Arrays.stream(values()).filter(step -> step.tool.equals(name)).findFirst();
  }
}
