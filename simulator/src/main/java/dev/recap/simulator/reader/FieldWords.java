package dev.recap.simulator.reader;

import static dev.recap.simulator.reader.Words.words;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a value of an item, or of a part of one, is said.
 *
 * @param name its name, empty where the value itself is not wanted
 * @param keys the fields of JSON that hold it
 * @param said what says it in text; the first group that matches is the value
 * @param values what it may be; anything else would be a stranger's text in a place of meaning
 * @param implies the tool of the step that whoever says it says was taken, empty if none
 */
public record FieldWords(String name, Pattern keys, Pattern said, Pattern values, String implies) {
  private static final Pattern ANY = Pattern.compile("(?s).*\\S.*");

  /** A value that is one of these words or numbers. */
  public static FieldWords of(
      String name, String keys, String said, String values, String implies) {
    return new FieldWords(name, words(keys), words(said), words(values), implies);
  }

  /** Words of others, said in quotation marks behind one of these words. */
  public static FieldWords quoted(String name, String leads, int between) {
    Pattern said = words("\\b(?:" + leads + ")\\b[^⟦]{0," + between + "}(⟦\\d+⟧)");
    return new FieldWords(name, words(name), said, ANY, "");
  }

  /** How many have which value, as "billing 19". */
  Pattern count() {
    return words("\\b(" + values + ")[: =]+(\\d{1,6})\\b");
  }

  /** Whether it is the words of others. */
  public boolean quotes() {
    return values == ANY;
  }

  /** The value that was found. */
  static String value(MatchResult said) {
    for (int group = 1; group <= said.groupCount(); group++) {
      if (said.group(group) != null) {
        return said.group(group);
      }
    }
    return "";
  }
}
