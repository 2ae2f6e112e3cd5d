package dev.recap.lab.report;

import com.google.errorprone.annotations.FormatMethod;
import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.TurnReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tokens sent per turn, a line for each run, with the lost calls marked and named. */
final class SawtoothChart {
  private static final int TOP = 16;
  private static final int BOTTOM = 40;
  private static final int STEPS = 6;
  private static final int LINE = 18;
  private static final double CHARACTER = 7.4;
  private static final int MANY_MARKS = 60;
  private static final int MOST_NAMES = 8;
  private static final int MOST_POINTS = 500;

  private final List<RunReport> runs;
  private final Shape shape;
  private final Axis tokens;
  private final int mostTurns;

  /** How much room there is. */
  enum Shape {
    /** With the runs' names at the right edge, and lost calls named. */
    WIDE(1_100, 420, 64, 90),
    /** For a phone: marks without names. */
    NARROW(360, 300, 48, 10);

    private final int width;
    private final int height;
    private final int left;
    private final int right;

    Shape(int width, int height, int left, int right) {
      this.width = width;
      this.height = height;
      this.left = left;
      this.right = right;
    }
  }

  SawtoothChart(List<RunReport> runs, Shape shape) {
    this.runs = runs;
    this.shape = shape;
    this.tokens = Axis.of(runs.stream().mapToLong(RunReport::peakTokens).max().orElse(1), STEPS);
    this.mostTurns = Math.max(2, runs.stream().mapToInt(RunReport::turns).max().orElse(2));
  }

  String svg() {
    List<String> parts = new ArrayList<>();
    parts.add(
        text(
            "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"group\""
                + " aria-label=\"Tokens sent per turn\">",
            shape.name().toLowerCase(Locale.ROOT), shape.width, shape.height));
    grid(parts);
    runs.forEach(run -> line(run, parts));
    runs.forEach(run -> compactions(run, parts));
    var places = new FreePlaces(shape.width - shape.right, shape.height - BOTTOM);
    runs.forEach(run -> losses(run, places, parts));
    if (shape == Shape.WIDE) {
      names(parts);
    }
    parts.add("</svg>");
    return String.join("\n", parts);
  }

  private void grid(List<String> parts) {
    for (long number : tokens.numbers()) {
      parts.add(
          text(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              shape.left, shape.width - shape.right, y(number), y(number)));
      parts.add(
          text(
              "<text class=\"axis\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
              shape.left - 8, y(number) + 4, Axis.shown(number)));
    }
    for (long turn : Axis.of(mostTurns, shape.width / 90).numbers()) {
      if (turn >= 1 && turn <= mostTurns) {
        parts.add(
            text(
                "<text class=\"axis\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
                x(turn), shape.height - 22, Axis.shown(turn)));
      }
    }
    parts.add(
        text(
            "<text class=\"axis\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">turn</text>",
            (shape.left + shape.width - shape.right) / 2, shape.height - 5));
  }

  private void line(RunReport run, List<String> parts) {
    String points =
        points(run).stream()
            .map(turn -> text("%.1f,%.1f", x(turn.turn()), y(turn.promptTokens())))
            .collect(Collectors.joining(" "));
    parts.add("<polyline class=\"run %s\" points=\"%s\"/>".formatted(run.name(), points));
  }

  /** All turns; of more than can be told apart the largest of every so many. */
  private static List<TurnReport> points(RunReport run) {
    List<TurnReport> turns = run.perTurn();
    int step = Math.max(1, (turns.size() + MOST_POINTS - 1) / MOST_POINTS);
    return IntStream.iterate(0, i -> i < turns.size(), i -> i + step)
        .mapToObj(i -> turns.subList(i, Math.min(turns.size(), i + step)))
        .map(some -> Collections.max(some, Comparator.comparingLong(TurnReport::promptTokens)))
        .toList();
  }

  /** The names at the right edge, each as near to where its line ends as the others leave room. */
  private void names(List<String> parts) {
    List<RunReport> fromTop =
        runs.stream()
            .filter(run -> !run.perTurn().isEmpty())
            .sorted(Comparator.comparingDouble(this::end))
            .toList();
    double lowest = Double.NEGATIVE_INFINITY;
    double roomBelow = LINE * (fromTop.size() - 1);
    for (RunReport run : fromTop) {
      double bottom = shape.height - BOTTOM - roomBelow;
      lowest = Math.max(lowest + LINE, Math.min(end(run), bottom));
      roomBelow -= LINE;
      parts.add(
          text(
              "<text class=\"name %s\" x=\"%d\" y=\"%.1f\">%s</text>",
              run.name(), shape.width - shape.right + 8, lowest + 4, run.name()));
    }
  }

  private double end(RunReport run) {
    return y(run.perTurn().getLast().promptTokens());
  }

  /** A mark at the first turn after each compaction opens the view before and after it. */
  private void compactions(RunReport run, List<String> parts) {
    double radius = run.perCompaction().size() > MANY_MARKS ? 2.5 : shape == Shape.WIDE ? 5 : 4;
    BeforeAndAfter.shown(run)
        .filter(i -> run.perCompaction().get(i).afterTurn() < run.perTurn().size())
        .forEach(i -> {
          CompactionReport done = run.perCompaction().get(i);
          TurnReport at = run.perTurn().get(done.afterTurn());
          parts.add(
              text(
                  "<a href=\"#%s\"><circle class=\"mark %s\" r=\"%.1f\" cx=\"%.1f\" cy=\"%.1f\">"
                      + "<title>%s; click to see both</title></circle></a>",
                  BeforeAndAfter.id(run, i),
                  run.name(),
                  radius,
                  x(at.turn()),
                  y(at.promptTokens()),
                  BeforeAndAfter.title(run, done)));
        });
  }

  private void losses(RunReport run, FreePlaces places, List<String> parts) {
    List<CallEvent> lost =
        run.callEvents().stream()
            .filter(event -> event.kind() == CallEvent.Kind.LOST && event.turn() > 0)
            .toList();
    for (CallEvent event : lost) {
      TurnReport at = run.perTurn().get(event.turn() - 1);
      String sentence = HtmlText.brief(Events.sentence(event));
      parts.add(
          text(
              "<circle class=\"lost\" r=\"%d\" cx=\"%.1f\" cy=\"%.1f\"><title>%s</title></circle>",
              lost.size() > MANY_MARKS ? 3 : 6, x(at.turn()), y(at.promptTokens()), sentence));
      if (shape == Shape.WIDE && lost.size() <= MOST_NAMES) {
        name(sentence, x(at.turn()), y(at.promptTokens()), places, parts);
      }
    }
  }

  /** Beside the ring where there is room; a ring without a name has it as its title. */
  private void name(String sentence, double x, double y, FreePlaces places, List<String> parts) {
    double wide = sentence.length() * CHARACTER;
    boolean rightHalf = x > shape.width / 2.0;
    double left = rightHalf ? x - 10 - wide : x + 10;
    for (int up : new int[] {10, 10 + LINE, 10 + 2 * LINE, -20}) {
      if (places.take(left, y - up - 12, wide, LINE)) {
        parts.add(
            text(
                "<text class=\"loss\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                rightHalf ? "end" : "start", x + (rightHalf ? -10 : 10), y - up, sentence));
        return;
      }
    }
  }

  private double x(long turn) {
    return shape.left
        + (shape.width - shape.left - shape.right) * (turn - 1) / (double) (mostTurns - 1);
  }

  private double y(long value) {
    return shape.height - BOTTOM - (shape.height - TOP - BOTTOM) * (value / (double) tokens.top());
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
