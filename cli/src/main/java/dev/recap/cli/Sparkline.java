package dev.recap.cli;

import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.TurnReport;
import java.util.List;

/** The tokens sent per turn as a row of bars, and a row of marks below it. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final char MARK = '^';

  private final RunReport run;
  private final int width;

  /**
   * A row for one run.
   *
   * @param width the most columns; of more turns each column shows its largest
   */
  Sparkline(RunReport run, int width) {
    this.run = run;
    this.width = width;
  }

  /**
   * The bars.
   *
   * @param most the prompt that is as high as a bar can be
   */
  String bars(long most) {
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < columns(); column++) {
      long tokens = largest(column);
      int level = (int) Math.min(BARS.length() - 1, tokens * BARS.length() / Math.max(1, most));
      row.append(BARS.charAt(level));
    }
    return row.toString();
  }

  /** A mark below each column in which a call was lost; empty when none was. */
  String marks() {
    char[] row = " ".repeat(columns()).toCharArray();
    boolean any = false;
    for (CallEvent event : run.callEvents()) {
      if (event.kind() == CallEvent.Kind.LOST && event.turn() > 0) {
        row[column(event.turn())] = MARK;
        any = true;
      }
    }
    return any ? new String(row).stripTrailing() : "";
  }

  private int columns() {
    return Math.min(width, run.perTurn().size());
  }

  private int column(int turn) {
    return (int) ((long) (turn - 1) * columns() / run.perTurn().size());
  }

  private long largest(int column) {
    List<TurnReport> turns = run.perTurn();
    return turns.stream()
        .filter(turn -> column(turn.turn()) == column)
        .mapToLong(TurnReport::promptTokens)
        .max()
        .orElse(0);
  }
}
