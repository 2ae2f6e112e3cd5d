package dev.recap.web.shift;

import dev.recap.desk.shift.ShiftLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The prompts of a shift turn by turn as a line, with a mark where the view was shortened: made on
 * the server, so that it is there without a script.
 */
public final class Sawtooth {
  /** How wide it is drawn. */
  public static final int WIDTH = 960;

  /** How high. */
  public static final int HEIGHT = 240;

  private static final int MARGIN = 44;
  private static final int MOST_POINTS = 1_200;

  private final List<ShiftLog.Point> points;
  private final List<ShiftLog.Compaction> compactions;
  private final long most;
  private final int turns;

  /** A mark of a compaction. */
  public record Mark(double x, double y, String told) {}

  public Sawtooth(ShiftLog log) {
    this.points = log.points();
    this.compactions = log.compactions();
    this.most = points.stream().mapToLong(ShiftLog.Point::prompt).max().orElse(1);
    this.turns = points.isEmpty() ? 1 : Math.max(1, points.getLast().turn());
  }

  /** The longest prompt, in tokens. */
  public long most() {
    return most;
  }

  /** The last turn. */
  public int turns() {
    return turns;
  }

  /** The line, as SVG takes it. */
  public String line() {
    List<String> all = new ArrayList<>();
    int step = Math.max(1, points.size() / MOST_POINTS);
    for (int i = 0; i < points.size(); i += step) {
      ShiftLog.Point point = points.get(i);
      all.add(String.format(Locale.ROOT, "%.1f,%.1f", x(point.turn()), y(point.prompt())));
    }
    return String.join(" ", all);
  }

  /** Where the view was shortened. */
  public List<Mark> marks() {
    return compactions.stream()
        .map(one ->
            new Mark(
                x(one.turn()),
                y(Math.min(most, one.before())),
                String.format(
                    Locale.ROOT,
                    "turn %d, %s: %,d to %,d tokens",
                    one.turn(),
                    one.stage(),
                    one.before(),
                    one.after())))
        .toList();
  }

  /** A number as SVG takes it. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private double x(int turn) {
    return MARGIN + (WIDTH - MARGIN - 8.0) * turn / turns;
  }

  private double y(long tokens) {
    return HEIGHT - 22 - (HEIGHT - 34.0) * tokens / Math.max(1, most);
  }
}
