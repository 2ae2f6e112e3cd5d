package dev.recap.simulator.stock;

import dev.recap.simulator.reader.StepWords;
import java.util.Arrays;
import java.util.Optional;

/** The steps of a warehouse, in the order they are taken. */
enum StockStep {
  FETCH(
      1,
      "get_next_warehouse",
      StepWords.of("get_next_warehouse|fetch(?:ing)?", "fetched|handed out", "unfetched")),
  DELIVERY(
      2,
      "last_delivery",
      StepWords.of(
          "last_delivery|(?:last )?deliver(?:y|ies)",
          "deliver(?:y|ies) (?:was |were )?(?:looked up|checked)",
          "unchecked deliver(?:y|ies)")),
  SCAN(3, "read_scanner", StepWords.of("read_scanner|scan(?:ner|ning)?", "scanned", "unscanned")),
  COUNT(
      4,
      "record_count",
      StepWords.of(
          "record_count|counts?|counting",
          "counted|counts? (?:was |were |is )?recorded",
          "uncounted")),
  ORDER(
      5,
      "order_replenishment",
      StepWords.of(
          "order_replenishment|replenish(?:ment|ing)?|orders?|ordering",
          "(?:re)?ordered|replenished",
          "unordered")),
  SIGN_OFF(
      6,
      "sign_off",
      StepWords.of(
          "sign_off|sign(?:ing)?[ -]off|clos(?:e|ing|ure)|complet(?:e it|ing|ion)"
              + "|finali[sz](?:e|ing)",
          "signed[ _-]off|closed|completed?|resolved|finali[sz]ed|finished|done with",
          "incomplete|unfinished|unsigned"));

  private final int number;
  private final String tool;

  @SuppressWarnings("ImmutableEnumChecker") // Patterns alone.
  private final StepWords words;

  StockStep(int number, String tool, StepWords words) {
    this.number = number;
    this.tool = tool;
    this.words = words;
  }

  StepWords words() {
    return words;
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
