package dev.recap.simulator.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of a text, as Markdown writes it.
 *
 * @param head the cells of its first line
 * @param rows the cells of the others, as many as the head has
 */
record Table(List<String> head, List<List<String>> rows) {
  private static final Pattern RULE =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  /** Whether a table begins at a line: one with bars over a rule. */
  static boolean begins(List<String> lines, int at) {
    return at + 1 < lines.size()
        && lines.get(at).contains("|")
        && lines.get(at + 1).contains("|")
        && RULE.matcher(lines.get(at + 1)).matches();
  }

  /** Where the table that begins at a line ends. */
  static int end(List<String> lines, int at) {
    int end = at + 2;
    while (end < lines.size() && lines.get(end).contains("|")) {
      end++;
    }
    return end;
  }

  static Table of(List<String> lines) {
    List<String> head = cells(lines.getFirst());
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      List<String> cells = new ArrayList<>(cells(line));
      while (cells.size() < head.size()) {
        cells.add("");
      }
      rows.add(cells.subList(0, head.size()));
    }
    return new Table(head, rows);
  }

  private static List<String> cells(String line) {
    String bare = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
    return Arrays.stream(bare.split("\\|", -1)).map(String::strip).toList();
  }
}
