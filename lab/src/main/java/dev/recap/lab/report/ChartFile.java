package dev.recap.lab.report;

import java.util.regex.Matcher;

/** The chart of a report as a picture of its own: an SVG file with the report's colours. */
public final class ChartFile {
  private ChartFile() {}

  /** The picture. It stands on a ground of its own, so that it can be read on any page. */
  public static String of(ScenarioReport figures) {
    // A picture has no sheets that its marks could link to.
    String chart =
        new SawtoothChart(figures.runs(), SawtoothChart.Shape.WIDE)
            .svg()
            .replaceAll("</?a\\b[^>]*>", "")
            .replaceFirst("role=\"group\"", "role=\"img\"");
    String ground =
        """
        <style>%s
        svg { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }</style>
        <rect width="100%%" height="100%%" rx="8" fill="var(--ground, #fff)"/>
        """
            .formatted(HtmlReport.STYLE);
    return chart
            .replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
            .replaceFirst(">\n", ">\n" + Matcher.quoteReplacement(ground))
        + "\n";
  }
}
