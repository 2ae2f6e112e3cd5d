package dev.recap.desk.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text's sentences in reading order, without Markdown marks. */
final class Sentences {
  private static final Pattern LINE_START = Pattern.compile("^\\s*(#+|[-*]|\\d+\\.)\\s+");
  private static final Pattern RULE = Pattern.compile("\\s*-{3,}\\s*");
  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|`");

  private Sentences() {}

  /** A heading and each point of a list end their sentence, with or without a full stop. */
  static List<String> of(List<String> lines) {
    List<StringBuilder> blocks = new ArrayList<>();
    boolean goesOn = false;
    for (String line : lines) {
      boolean marked = LINE_START.matcher(line).find();
      String words = words(line);
      if (goesOn && !marked && !words.isEmpty()) {
        blocks.getLast().append(' ').append(words);
      } else if (!words.isEmpty()) {
        blocks.add(new StringBuilder(words));
      }
      goesOn = !words.isEmpty() && !line.startsWith("#");
    }
    return blocks.stream().flatMap(block -> split(block.toString()).stream()).toList();
  }

  private static String words(String line) {
    String unmarked = RULE.matcher(line).matches() ? "" : LINE_START.matcher(line).replaceFirst("");
    return EMPHASIS.matcher(unmarked).replaceAll("").strip();
  }

  private static List<String> split(String block) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(block);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String sentence = block.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
    }
    return sentences;
  }
}
