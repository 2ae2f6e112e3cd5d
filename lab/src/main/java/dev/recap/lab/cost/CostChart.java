package dev.recap.lab.cost;

import dev.recap.lab.cost.Plot.Point;
import dev.recap.lab.cost.Plot.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two drawings side by side as an SVG file: dollars a ticket by strategy over the number of
 * tickets, and how flat the optimum of a summary's period is. All scales are logarithmic.
 */
final class CostChart {
  private static final int WIDTH = 1_240;
  private static final int HEIGHT = 470;
  private static final double NARROWEST = 0.25;
  private static final double WIDEST = 4;
  private static final double DEAREST = 1.55;
  private static final int APART = 15;
  private static final List<Double> DOLLARS = List.of(0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1.0);
  private static final String LAW = "#2563eb";

  private CostChart() {}

  /** The rows at the usual minimum with reads at 0.05, and the sweep around the law's optimum. */
  static String svg(List<MoneyRow> money, List<SweepRow> sweep, LawCase law) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
    <rect width="%d" height="%d" fill="white"/>
    %s
    %s
    </svg>
    """
        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, money(money).svg(), optimum(sweep, law).svg());
  }

  private static Plot money(List<MoneyRow> all) {
    List<MoneyRow> rows =
        all.stream()
            .filter(row -> row.minimum() == Outcomes.USUAL_MINIMUM && row.readTwentieth() != null)
            .toList();
    var dollars = rows.stream().mapToDouble(CostChart::perTicket).summaryStatistics();
    var sizes = rows.stream().mapToDouble(MoneyRow::tickets).summaryStatistics();
    var plot =
        new Plot(
            64,
            560,
            new Scale(sizes.getMin(), Math.max(sizes.getMax(), sizes.getMin() + 1)),
            new Scale(dollars.getMin() / 1.2, dollars.getMax() * 1.2));
    plot.title("Dollars a ticket (cacheable minimum 512, reads at 0.05; hollow: arithmetic)");
    DOLLARS.forEach(level -> plot.level(level, String.format(Locale.ROOT, "%.2f", level)));
    rows.stream()
        .mapToInt(MoneyRow::tickets)
        .distinct()
        .forEach(size -> plot.mark(size, String.valueOf(size)));
    plot.below("tickets");
    Map<Way, List<Point>> lines = new LinkedHashMap<>();
    for (Way way : Way.values()) {
      List<Point> points =
          rows.stream()
              .filter(row -> row.strategy().equals(way.label()))
              .map(row ->
                  new Point(row.tickets(), perTicket(row), !row.how().equals(CostOutcome.RUN)))
              .toList();
      if (!points.isEmpty()) {
        lines.put(way, points);
      }
    }
    lines.forEach((way, points) -> {
      plot.line(points, way.colour());
      plot.dots(points, way.colour());
    });
    names(plot, lines);
    return plot;
  }

  /** Each line's name at its end; names that would overlap are moved down. */
  private static void names(Plot plot, Map<Way, List<Point>> lines) {
    List<Map.Entry<Way, List<Point>>> fromTop = new ArrayList<>(lines.entrySet());
    fromTop.sort(Comparator.comparingDouble(line -> plot.y(line.getValue().getLast().up())));
    double lowest = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Way, List<Point>> line : fromTop) {
      Point end = line.getValue().getLast();
      int down = (int) Math.max(0, Math.ceil(lowest + APART - plot.y(end.up())));
      lowest = plot.y(end.up()) + down;
      plot.name(end, line.getKey().label(), line.getKey().colour(), down);
    }
  }

  private static Plot optimum(List<SweepRow> sweep, LawCase law) {
    var plot = new Plot(800, 400, new Scale(NARROWEST, WIDEST), new Scale(0.97, DEAREST));
    plot.title("Prompts and summaries against the cheapest period (20 tickets)");
    for (double level : List.of(1.0, 1.04, 1.1, 1.2, 1.3, 1.5)) {
      plot.level(level, String.format(Locale.ROOT, "%.2f", level));
    }
    for (double mark : List.of(0.25, 0.5, 2 / 3.0, 1.0, 1.5, 2.0, 4.0)) {
      plot.mark(mark, mark == 2 / 3.0 ? "2/3" : String.valueOf(mark));
    }
    plot.below("turns between summaries, times the law's; line: arithmetic, dots: runs");
    double[] perTurn = law.perTurn();
    int best = LawCase.cheapest(perTurn);
    List<Point> curve = new ArrayList<>();
    for (int period = 1; period < WIDEST * best; period++) {
      double over = perTurn[period - 1] / perTurn[best - 1];
      if (period >= NARROWEST * best && over <= DEAREST) {
        curve.add(new Point(period / (double) best, over, false));
      }
    }
    plot.line(curve, LAW);
    double turns = LawRow.law(law).optimalTurns();
    plot.dots(
        sweep.stream()
            .map(row -> new Point(row.turnsPerSummary() / turns, 1 + row.overBest(), false))
            .filter(p -> p.across() >= NARROWEST && p.across() <= WIDEST && p.up() <= DEAREST)
            .toList(),
        LAW);
    return plot;
  }

  private static double perTicket(MoneyRow row) {
    Double dollars = row.readTwentieth();
    return dollars == null ? Double.NaN : dollars / row.tickets();
  }
}
