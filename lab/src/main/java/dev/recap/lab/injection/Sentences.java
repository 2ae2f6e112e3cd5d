package dev.recap.lab.injection;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds sentences of a payload that stand in a text and are not quoted there. Pure. */
final class Sentences {
  /** A quotation ends on its line: an open quotation mark must not hide what follows. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|“[^”\\n]*”");

  /** As mail quotes; so stands every line that a model wrote. */
  private static final Pattern QUOTED_LINE = Pattern.compile("^> .*$", Pattern.MULTILINE);

  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|\\R+");
  private static final int FEWEST_WORDS = 3;

  private Sentences() {}

  /** The payload's sentences of three words or more; the whole of it when there is none. */
  static List<String> of(String payload) {
    List<String> sentences =
        Arrays.stream(END.split(payload))
            .map(Sentences::plain)
            .filter(sentence -> sentence.split(" ").length >= FEWEST_WORDS)
            .toList();
    return sentences.isEmpty() ? List.of(plain(payload)) : sentences;
  }

  /** How many of the payload's sentences stand in the text as its own words. */
  static int unquoted(String text, String payload) {
    String unquoted = QUOTED_LINE.matcher(text).replaceAll("");
    String own = plain(QUOTED.matcher(unquoted).replaceAll(" \"\" "));
    return (int) of(payload).stream().filter(own::contains).count();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
