package dev.recap.lab.cost;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One drawing on an SVG page: a grid, lines and points in a rectangle of its own. */
final class Plot {
  private static final String GRID = "#e5e7eb";
  private static final String INK = "#374151";

  private final int left;
  private final int width;
  private final Scale across;
  private final Scale up;
  private final List<String> parts = new ArrayList<>();

  static final int TOP = 56;
  static final int HEIGHT = 350;

  Plot(int left, int width, Scale across, Scale up) {
    this.left = left;
    this.width = width;
    this.across = across;
    this.up = up;
  }

  /** A logarithmic scale. */
  record Scale(double least, double most) {
    double share(double value) {
      return Math.log(value / least) / Math.log(most / least);
    }

    boolean holds(double value) {
      return value >= least && value <= most;
    }
  }

  /** A place on it, and whether it is drawn hollow. */
  record Point(double across, double up, boolean hollow) {}

  void title(String text) {
    add(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\" font-weight=\"bold\">%s</text>",
        left, TOP - 20, INK, text);
  }

  /** A grid line at this height. */
  void level(double value, String label) {
    if (up.holds(value)) {
      add(
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
          left, left + width, y(value), y(value), GRID);
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\">%s</text>",
          left - 8, y(value) + 4, INK, label);
    }
  }

  /** A mark on the lower edge. */
  void mark(double value, String label) {
    add(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
        x(value), TOP + HEIGHT + 20, INK, label);
  }

  /** What the lower edge measures. */
  void below(String text) {
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
        left + width / 2, TOP + HEIGHT + 42, INK, text);
  }

  void line(List<Point> points, String colour) {
    String path =
        points.stream()
            .map(point -> format("%.1f,%.1f", x(point.across()), y(point.up())))
            .collect(Collectors.joining(" "));
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
  }

  void dots(List<Point> points, String colour) {
    for (Point point : points) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
          x(point.across()), y(point.up()), point.hollow() ? "white" : colour, colour);
    }
  }

  /** A name beside a point, moved down by so many pixels. */
  void name(Point point, String text, String colour, int down) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
        x(point.across()) + 9, y(point.up()) + 4 + down, colour, text);
  }

  /** The elements drawn so far. */
  String svg() {
    return String.join("\n", parts);
  }

  double y(double value) {
    return TOP + HEIGHT * (1 - up.share(value));
  }

  private double x(double value) {
    return left + width * across.share(value);
  }

  @FormatMethod
  private void add(String format, Object... values) {
    parts.add(format(format, values));
  }

  @FormatMethod
  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
