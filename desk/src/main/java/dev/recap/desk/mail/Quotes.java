package dev.recap.desk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a customer wrote, without what they quote.
 *
 * <p>By the shape of the lines alone, in any language: a line that begins with {@code >} is a
 * quote, and so is the paragraph right above one that ends in a colon and has an address or a date
 * in it, which is how mail programs say whom they quote.
 */
public final class Quotes {
  private static final int MOST_LINES_OF_AN_INTRODUCTION = 3;
  private static final Pattern NUMBERS = Pattern.compile("\\p{Nd}\\P{Nd}+\\p{Nd}");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

  private Quotes() {}

  /** The text without quotes; blank when there is nothing else in it. */
  public static String strip(String text) {
    List<String> lines = text.lines().toList();
    List<String> own = new ArrayList<>();
    boolean inQuote = false;
    for (String line : lines) {
      boolean quoted = isQuote(line);
      if (quoted && !inQuote) {
        dropIntroduction(own);
      }
      if (!quoted) {
        own.add(line);
      }
      inQuote = quoted;
    }
    return EMPTY_LINES.matcher(String.join("\n", own)).replaceAll("\n\n").strip();
  }

  private static boolean isQuote(String line) {
    return line.startsWith(">");
  }

  /** Takes the paragraph at the end away if it says whom the quote behind it is of. */
  private static void dropIntroduction(List<String> own) {
    int end = own.size();
    if (end > 0 && own.get(end - 1).isBlank()) {
      end--;
    }
    int start = end;
    while (start > 0 && !own.get(start - 1).isBlank()) {
      start--;
    }
    if (start == end || end - start > MOST_LINES_OF_AN_INTRODUCTION) {
      start = Math.max(0, end - 1);
    }
    if (isIntroduction(String.join(" ", own.subList(start, end)))) {
      own.subList(start, own.size()).clear();
    }
  }

  private static boolean isIntroduction(String paragraph) {
    String text = paragraph.strip();
    boolean opens = text.endsWith(":") || text.endsWith("：");
    return opens && (text.indexOf('@') >= 0 || NUMBERS.matcher(text).find());
  }
}
