package dev.recap.simulator.stock;

import dev.recap.simulator.reader.Step;
import dev.recap.simulator.reader.StepWords;

/** The steps of a warehouse, in the order they are taken. */
enum StockStep implements Step {
  FETCH(
      "get_next_warehouse", "get_next_warehouse|fetch(?:ing)?", "fetched|handed out", "unfetched"),
  DELIVERY(
      "last_delivery",
      "last_delivery|(?:last )?deliver(?:y|ies)",
      "deliver(?:y|ies) (?:was |were )?(?:looked up|checked)",
      "unchecked deliver(?:y|ies)"),
  SCAN("read_scanner", "read_scanner|scan(?:ner|ning)?", "scanned", "unscanned"),
  COUNT(
      "record_count",
      "record_count|counts?|counting",
      "counted|counts? (?:was |were |is )?recorded",
      "uncounted"),
  ORDER(
      "order_replenishment",
      "order_replenishment|replenish(?:ment|ing)?|orders?|ordering",
      "(?:re)?ordered|replenished",
      "unordered"),
  SIGN_OFF(
      "sign_off",
      "sign_off|sign(?:ing)?[ -]off|clos(?:e|ing|ure)|complet(?:e it|ing|ion)"
          + "|finali[sz](?:e|ing)",
      "signed[ _-]off|closed|completed?|resolved|finali[sz]ed|finished|done with",
      "incomplete|unfinished|unsigned");

  @SuppressWarnings("ImmutableEnumChecker") // Patterns alone.
  private final StepWords words;

  StockStep(String tool, String plain, String done, String undone) {
    this.words = StepWords.of(tool, plain, done, undone);
  }

  @Override
  public StepWords words() {
    return words;
  }

  @Override
  public boolean namesItem() {
    return this != FETCH;
  }

  @Override
  public boolean ofPart() {
    return this != FETCH && this != SIGN_OFF;
  }

  /** Whether it changes nothing. */
  boolean reads() {
    return this == DELIVERY || this == SCAN;
  }
}
