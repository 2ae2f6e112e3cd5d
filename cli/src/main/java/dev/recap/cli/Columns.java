package dev.recap.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Rows as lines: the first column to the left, the others to the right, as wide as they need. */
final class Columns {
  private static final int WIDEST_GAP = 3;

  private Columns() {}

  /** As far apart as the screen allows, and never without a space between two columns. */
  static List<String> of(List<List<String>> rows) {
    int[] width =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    int room = ScreenText.COLUMNS - IntStream.of(width).sum();
    int gap = Math.clamp(room / Math.max(1, width.length - 1), 1, WIDEST_GAP);
    return rows.stream().map(row -> line(row, width, gap)).toList();
  }

  private static String line(List<String> row, int[] width, int gap) {
    StringBuilder line = new StringBuilder(row.getFirst());
    line.append(" ".repeat(width[0] - row.getFirst().length()));
    for (int i = 1; i < width.length; i++) {
      line.append(" ".repeat(gap + width[i] - row.get(i).length())).append(row.get(i));
    }
    return line.toString().stripTrailing();
  }
}
