package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a text that stand together: quoted line by line as in a mail, or not.
 *
 * @param text the lines, without the signs of quotation if they are quoted, however deep
 */
public record Passage(String text, boolean quoted) {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern SIGNS = Pattern.compile("^\\h*(?:> ?)+");

  /** The passages of a text, in order. */
  public static List<Passage> of(String text) {
    TreeMap<Integer, String> lines = lines(text);
    Set<Integer> marked = insideMarks(text, lines);
    List<Passage> passages = new ArrayList<>();
    StringBuilder together = new StringBuilder();
    boolean quoted = false;
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      boolean signed = signed(line.getValue()) && !marked.contains(line.getKey());
      if (signed != quoted) {
        add(passages, together, quoted);
        quoted = signed;
      }
      together.append(signed ? bare(line.getValue()) : line.getValue()).append('\n');
    }
    add(passages, together, quoted);
    return passages;
  }

  private static void add(List<Passage> passages, StringBuilder lines, boolean quoted) {
    if (!lines.isEmpty()) {
      passages.add(new Passage(lines.toString(), quoted));
      lines.setLength(0);
    }
  }

  /** The lines by the places where they begin. */
  private static TreeMap<Integer, String> lines(String text) {
    TreeMap<Integer, String> lines = new TreeMap<>();
    Matcher end = LINE_END.matcher(text);
    int from = 0;
    while (end.find()) {
      lines.put(from, text.substring(from, end.start()));
      from = end.end();
    }
    lines.put(from, text.substring(from));
    return lines;
  }

  /**
   * The lines that begin inside quotation marks which open and close on lines without signs. Marks
   * on a quoted line are part of that quotation and neither end it nor reach out of it.
   */
  private static Set<Integer> insideMarks(String text, TreeMap<Integer, String> lines) {
    Set<Integer> inside = new HashSet<>();
    if (lines.values().stream().noneMatch(Passage::signed)) {
      return inside;
    }
    int behind = 0;
    for (Map.Entry<Integer, String> line : lines.entrySet()) {
      int end = line.getKey() + line.getValue().length();
      int at = Math.max(behind, line.getKey());
      while (at < end && !signed(line.getValue())) {
        int close = Quotes.opens(text, at) ? Quotes.end(text, at) : at;
        if (close > at && !signed(lines.floorEntry(close).getValue())) {
          inside.addAll(lines.subMap(at, false, close, false).keySet());
          behind = close;
        }
        at = Math.max(at + 1, signed(lines.floorEntry(close).getValue()) ? end : close);
      }
    }
    return inside;
  }

  private static boolean signed(String line) {
    return SIGNS.matcher(line).lookingAt();
  }

  /** A line without its signs of quotation. */
  public static String bare(String line) {
    return SIGNS.matcher(line).replaceFirst("");
  }

  /** A text without what is quoted in it line by line. */
  public static String own(String text) {
    return of(text).stream()
        .filter(passage -> !passage.quoted())
        .map(Passage::text)
        .collect(Collectors.joining("\n"));
  }
}
