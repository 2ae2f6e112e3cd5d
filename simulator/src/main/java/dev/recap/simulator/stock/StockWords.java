package dev.recap.simulator.stock;

import static dev.recap.simulator.reader.Vocabulary.words;

import dev.recap.simulator.reader.Subject;
import java.util.regex.Pattern;

/** The words the reader knows beside those that it shares with the reader of tickets. Frozen. */
final class StockWords {
  /** The names of warehouses. */
  static final Subject.Names WAREHOUSES =
      Subject.Names.of(
          "WH-",
          "(?:(?:to|through|thru|up to|until)\\s*[`*]*(?:WH-)?|(?:-|–|—|\\.{2,3}|…)\\s*[`*]*WH-)");

  /** A warehouse's name. */
  static final Pattern WAREHOUSE = WAREHOUSES.name();

  /** A SKU's name, in any case. */
  static final Pattern SKU = words("\\bSKU-\\d{1,9}\\b");

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

  private StockWords() {}
}
