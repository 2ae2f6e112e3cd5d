package dev.recap.simulator.stock;

import static dev.recap.simulator.reader.Words.words;

import dev.recap.simulator.reader.FieldWords;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Subject.Names;
import dev.recap.simulator.reader.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a stock count. */
final class StockWords {
  static final Names WAREHOUSES =
      Names.of(
          "WH-",
          "(?:(?:to|through|thru|up to|until)\\s*[`*]*(?:WH-)?|(?:-|–|—|\\.{2,3}|…)\\s*[`*]*WH-)");

  /** A SKU's name, in any case. */
  static final Pattern SKU = words("\\bSKU-\\d{1,9}\\b");

  // What is known of a SKU, in pieces.
  static final String COUNTED = "counted";
  static final String EXPECTED = "expected";
  static final String MINIMUM = "minimum";

  /** What the manager of a warehouse remarks. */
  static final String REMARK = "remark";

  private static final String NUMBER =
      "(?:\\s*(?:is|was|of|to|as|at|:|=|->|→|\\*|`)){0,4}\\s*(\\d{1,7})\\b";

  static final Reader READER =
      new Reader(
          new Vocabulary(
              "warehouse",
              WAREHOUSES,
              SKU,
              Arrays.stream(StockStep.values()).map(StockStep::words).toList(),
              List.of(
                  // "Counted 17" says the figure and that the step was taken; "count 17" the
                  // figure.
                  figure(COUNTED, "counted", StockStep.COUNT.tool()),
                  figure(COUNTED, "count", ""),
                  figure(EXPECTED, "expect(?:ed|s)?", ""),
                  figure(MINIMUM, "minimum", ""),
                  FieldWords.quoted(REMARK, "remarks?", 40))));

  private StockWords() {}

  private static FieldWords figure(String figure, String words, String implies) {
    return FieldWords.of(figure, words, "\\b(?:" + words + ")" + NUMBER, "\\d{1,7}", implies);
  }
}
