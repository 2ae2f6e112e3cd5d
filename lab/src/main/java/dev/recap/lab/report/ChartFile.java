package dev.recap.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chart of a report as a picture of its own: an SVG file with the report's colours. */
public final class ChartFile {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private ChartFile() {}

  /** The picture. It stands on a ground of its own, so that it can be read on any page. */
  public static String of(ScenarioReport figures) {
    // A picture has no sheets that its marks could link to.
    String chart = new SawtoothChart(figures.runs(), SawtoothChart.Shape.WIDE).svg().replaceAll("</?a\\b[^>]*>", "");
    String ground =
        """
        <style>%s
        svg { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }</style>
        <rect width="100%%" height="100%%" rx="8" fill="var(--ground, #fff)"/>
        """
            .formatted(style());
    return chart
            .replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
            .replaceFirst(">\n", ">\n" + Matcher.quoteReplacement(ground))
        + "\n";
  }

  private static String style() {
    try (InputStream page = ChartFile.class.getResourceAsStream("report.html")) {
      String html =
          new String(
              Objects.requireNonNull(page, "report.html").readAllBytes(), StandardCharsets.UTF_8);
      return STYLE
          .matcher(html)
          .results()
          .map((MatchResult found) -> found.group(1).strip())
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
