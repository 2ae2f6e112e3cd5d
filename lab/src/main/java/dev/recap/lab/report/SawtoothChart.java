package dev.recap.lab.report;

import com.google.errorprone.annotations.FormatMethod;
import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.TurnReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tokens sent per turn, a line for each run, with the lost calls marked and named. */
final class SawtoothChart {
  private static final int WIDTH = 1_100;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 90;
  private static final int TOP = 16;
  private static final int BOTTOM = 40;
  private static final int GRID_LINES = 5;
  private static final int MOST_NAMES = 8;

  private final List<RunReport> runs;
  private final long mostTokens;
  private final int mostTurns;

  SawtoothChart(List<RunReport> runs) {
    this.runs = runs;
    this.mostTokens = Math.max(1, runs.stream().mapToLong(RunReport::peakTokens).max().orElse(1));
    this.mostTurns = Math.max(2, runs.stream().mapToInt(RunReport::turns).max().orElse(2));
  }

  String svg() {
    List<String> parts = new ArrayList<>();
    parts.add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Tokens sent per turn\">"
            .formatted(WIDTH, HEIGHT));
    grid(parts);
    runs.forEach(run -> line(run, parts));
    runs.forEach(run -> compactions(run, parts));
    runs.forEach(run -> losses(run, parts));
    parts.add("</svg>");
    return String.join("\n", parts);
  }

  private void grid(List<String> parts) {
    for (int i = 0; i <= GRID_LINES; i++) {
      long tokens = mostTokens * i / GRID_LINES;
      parts.add(
          text(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT, WIDTH - RIGHT, y(tokens), y(tokens)));
      parts.add(
          text(
              "<text class=\"axis\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%,d</text>",
              LEFT - 8, y(tokens) + 4, tokens));
    }
    parts.add(text("<text class=\"axis\" x=\"%d\" y=\"%d\">turn 1</text>", LEFT, HEIGHT - 14));
    parts.add(
        text(
            "<text class=\"axis\" text-anchor=\"end\" x=\"%d\" y=\"%d\">turn %,d</text>",
            WIDTH - RIGHT, HEIGHT - 14, mostTurns));
  }

  private void line(RunReport run, List<String> parts) {
    if (run.perTurn().isEmpty()) {
      return;
    }
    String points =
        run.perTurn().stream()
            .map(turn -> text("%.1f,%.1f", x(turn.turn()), y(turn.promptTokens())))
            .collect(Collectors.joining(" "));
    parts.add("<polyline class=\"run %s\" points=\"%s\"/>".formatted(run.name(), points));
    TurnReport last = run.perTurn().getLast();
    parts.add(
        text(
            "<text class=\"name %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            run.name(), x(last.turn()) + 6, y(last.promptTokens()) + 4 + nudge(run), run.name()));
  }

  /** Names at the end of lines that end close together are set apart. */
  private int nudge(RunReport run) {
    return switch (run.name()) {
      case "recap" -> -8;
      case "fresh" -> 8;
      default -> 0;
    };
  }

  /** A mark at the first turn after each compaction opens the view before and after it. */
  private void compactions(RunReport run, List<String> parts) {
    for (int i = 0; i < run.perCompaction().size(); i++) {
      CompactionReport done = run.perCompaction().get(i);
      if (done.afterTurn() >= run.perTurn().size()) {
        continue;
      }
      TurnReport at = run.perTurn().get(done.afterTurn());
      parts.add(
          text(
              "<a href=\"#%s\"><circle class=\"mark %s\" r=\"5\" cx=\"%.1f\" cy=\"%.1f\">"
                  + "<title>%s: %s after turn %d, %d messages became %d; click to see both</title>"
                  + "</circle></a>",
              BeforeAndAfter.id(run, i),
              run.name(),
              x(at.turn()),
              y(at.promptTokens()),
              run.name(),
              HtmlReport.escape(done.stage()),
              done.afterTurn(),
              done.messagesBefore(),
              done.messagesAfter()));
    }
  }

  private void losses(RunReport run, List<String> parts) {
    int named = 0;
    for (CallEvent event : run.callEvents()) {
      if (event.kind() != CallEvent.Kind.LOST || event.turn() == 0) {
        continue;
      }
      TurnReport at = run.perTurn().get(event.turn() - 1);
      String sentence = HtmlReport.escape(Events.sentence(event));
      parts.add(
          text(
              "<circle class=\"lost\" r=\"6\" cx=\"%.1f\" cy=\"%.1f\"><title>%s</title></circle>",
              x(at.turn()), y(at.promptTokens()), sentence));
      if (named++ < MOST_NAMES) {
        boolean rightHalf = at.turn() > mostTurns / 2;
        parts.add(
            text(
                "<text class=\"loss\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                rightHalf ? "end" : "start",
                x(at.turn()) + (rightHalf ? -10 : 10),
                y(at.promptTokens()) - 10 - 15 * (named % 2),
                sentence));
      }
    }
  }

  private double x(int turn) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (turn - 1) / (double) (mostTurns - 1);
  }

  private double y(long tokens) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (tokens / (double) mostTokens);
  }

  @FormatMethod
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
