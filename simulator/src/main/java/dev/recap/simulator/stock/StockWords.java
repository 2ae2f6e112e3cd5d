package dev.recap.simulator.stock;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/** The words the reader knows beside those that it shares with the reader of tickets. Frozen. */
final class StockWords {
  /** A warehouse's name. */
  static final Pattern WAREHOUSE = Pattern.compile("\\bWH-(\\d{1,9})\\b");

  /** A SKU's name, in any case. */
  static final Pattern SKU = words("\\bSKU-\\d{1,9}\\b");

  /** The other end of a stretch of warehouses. */
  static final Pattern TO =
      Pattern.compile(
          "\\G[`*]*\\s*(?:(?:to|through|thru|up to|until)\\s*[`*]*(?:WH-)?|(?:-|–|—|\\.{2,3}|…)\\s*[`*]*WH-)(\\d{1,9})\\b");

  /** What joins names to a list. */
  static final Pattern AND =
      Pattern.compile("\\G[`*]*\\s*(?:,\\s*and\\b|,|and\\b|&|\\+|/)\\s*[`*]*(?=WH-\\d)");

  /** What is said about what comes before signing off, which is no statement about it. */
  static final Pattern BEFORE_SIGNING =
      words(
          "\\b(?:before|until|prior to|so that|in order to|for)\\b(?:\\s+[\\w'’]+){0,4}?\\s+`?(?:sign_off|sign(?:ed|ing)?[ -]off|complet\\w+|clos(?:e|ed|ing|ure))\\b`?"
              + "|\\bin (?:this |that |the usual )?order\\b");

  /** Words about warehouses at large, which are no statements about one. */
  static final Pattern AT_LARGE =
      words(
          "\\b(?:each|every|any) (?:of the )?warehouses?\\b|\\b(?:for example|e\\.g\\.|such as|ids? (?:look|are))\\b");

  static final Pattern NONE_LEFT =
      words(
          "\\bno (?:more|further|other) warehouses?\\b|\\bno warehouses?\\b.{0,60}\\b(?:left|remains?|waits?|waiting|to count)\\b"
              + "|\\b(?:queue|list)\\b.{0,200}\\b(?:empty|exhausted)\\b");
  static final Pattern SOME_LEFT =
      words(
          "\\b(?:queue|list)\\b.{0,200}\\bnot (?:yet )?empty\\b|\\bwarehouses? (?:are |is )?(?:still )?(?:left|remain\\w*|waiting)\\b");

  /** "Completed", where it is said of steps. */
  static final Pattern COMPLETED = words("\\b(?:completed?|finished)\\b");

  /**
   * The words of one step.
   *
   * @param plain words that name it
   * @param done forms that say it was done
   * @param undone forms that say it was not
   */
  record Forms(Pattern plain, Pattern done, Pattern undone) {
    static Forms of(String plain, String done, String undone) {
      return new Forms(
          words("\\b(?:" + plain + ")\\b"),
          words("\\b(?:" + done + ")\\b"),
          words("\\b(?:" + undone + ")\\b"));
    }
  }

  private static final Forms FETCH =
      Forms.of("get_next_warehouse|fetch(?:ing)?", "fetched|handed out", "unfetched");
  private static final Forms DELIVERY =
      Forms.of(
          "last_delivery|(?:last )?deliver(?:y|ies)",
          "deliver(?:y|ies) (?:was |were )?(?:looked up|checked)",
          "unchecked deliver(?:y|ies)");
  private static final Forms SCAN =
      Forms.of("read_scanner|scan(?:ner|ning)?", "scanned", "unscanned");
  private static final Forms COUNT =
      Forms.of(
          "record_count|counts?|counting",
          "counted|counts? (?:was |were |is )?recorded",
          "uncounted");
  private static final Forms ORDER =
      Forms.of(
          "order_replenishment|replenish(?:ment|ing)?|orders?|ordering",
          "(?:re)?ordered|replenished",
          "unordered");
  private static final Forms SIGN_OFF =
      Forms.of(
          "sign_off|sign(?:ing)?[ -]off|clos(?:e|ing|ure)|complet(?:e it|ing|ion)"
              + "|finali[sz](?:e|ing)",
          "signed[ _-]off|closed|completed?|resolved|finali[sz]ed|finished|done with",
          "incomplete|unfinished|unsigned");

  private StockWords() {}

  static Forms of(StockStep step) {
    return switch (step) {
      case FETCH -> FETCH;
      case DELIVERY -> DELIVERY;
      case SCAN -> SCAN;
      case COUNT -> COUNT;
      case ORDER -> ORDER;
      case SIGN_OFF -> SIGN_OFF;
    };
  }

  /** A number said of a figure. */
  static Pattern figure(Figure figure) {
    return switch (figure) {
      case EXPECTED -> EXPECTED;
      case MINIMUM -> MINIMUM;
      case COUNTED -> COUNTED;
    };
  }

  private static final String IS =
      "(?:\\s*(?:is|was|of|to|as|at|:|=|->|→|\\*|`)){0,4}\\s*(\\d{1,7})\\b";
  private static final Pattern EXPECTED = words("\\bexpect(?:ed|s)?" + IS);
  private static final Pattern MINIMUM = words("\\bminimum" + IS);
  private static final Pattern COUNTED = words("\\bcount(?:ed)?" + IS);

  static Pattern words(String regex) {
    return Pattern.compile(regex, CASE_INSENSITIVE);
  }
}
