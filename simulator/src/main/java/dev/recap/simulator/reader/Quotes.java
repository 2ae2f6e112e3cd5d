package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose quoted strings and JSON objects are set aside: what a customer said is no statement.
 *
 * @param text the text with a mark like {@code ⟦3⟧} where a quotation stood
 * @param quoted what stood there, without its quotation marks
 */
public record Quotes(String text, List<String> quoted) {
  static final Pattern MARK = Pattern.compile("⟦(\\d{1,6})⟧");
  private static final String BEFORE = " \t\n([{:=,;—–-/>*_";
  private static final String AFTER = " \t\n)]},;.:!?—–-/<*_";

  private static final int LONGEST = 20_000;

  /** Sets the quotations of a text aside. */
  public static Quotes in(String text) {
    List<String> quoted = new ArrayList<>();
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '⟦' || c == '⟧') {
        at++;
        continue;
      }
      if (!opens(text, at)) {
        kept.append(c);
        at++;
        continue;
      }
      int end = end(text, at);
      boolean closed = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '”');
      kept.append('⟦').append(quoted.size()).append('⟧');
      quoted.add(text.substring(at + 1, end));
      at = closed ? end + 1 : end;
    }
    return new Quotes(kept.toString(), List.copyOf(quoted));
  }

  static boolean opens(String text, int at) {
    char c = text.charAt(at);
    if (c == '“') {
      return true;
    }
    return c == '"' && (at == 0 || BEFORE.indexOf(text.charAt(at - 1)) >= 0);
  }

  private static boolean closes(String text, int at) {
    char c = text.charAt(at);
    if (c == '”') {
      return true;
    }
    return c == '"' && (at + 1 == text.length() || AFTER.indexOf(text.charAt(at + 1)) >= 0);
  }

  /**
   * Where the quotation that opens at a place ends: at its closing mark, or, where none follows
   * before the paragraph ends, at the end of its line. Quotations may stand inside quotations.
   */
  static int end(String text, int open) {
    int furthest = Math.min(text.length(), open + LONGEST);
    int paragraph = text.indexOf("\n\n", open, furthest);
    int limit = paragraph < 0 ? furthest : paragraph;
    int depth = 1;
    for (int i = open + 1; i < limit; i++) {
      if (closes(text, i)) {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (opens(text, i)) {
        depth++;
      }
    }
    int line = text.indexOf('\n', open);
    int lineEnd = line < 0 ? text.length() : line;
    for (int i = lineEnd - 1; i > open; i--) {
      if (text.charAt(i) == '"' || text.charAt(i) == '”') {
        return i;
      }
    }
    return lineEnd;
  }

  /** What stood at the first mark in a stretch of the masked text, empty if there is none. */
  public String first(String stretch) {
    Matcher mark = MARK.matcher(stretch);
    return mark.find() ? quoted.get(Integer.parseInt(mark.group(1))) : "";
  }
}
