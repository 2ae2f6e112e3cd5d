package dev.recap.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.RunReport.CompactionReport;
import dev.recap.lab.report.RunReport.ShownMessage;
import dev.recap.lab.report.RunReport.Summary;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.report.RunReport.ToolCalls;
import dev.recap.lab.report.RunReport.TurnReport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SawtoothChartTest {
  private static final Pattern TEXT =
      Pattern.compile(
          "<text class=\"([a-z ]+)\"(?: text-anchor=\"(\\w+)\")? x=\"([\\d.]+)\" y=\"([\\d.-]+)\">([^<]*)<");

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "7, 2, 8",
    "3197, 1000, 4000",
    "9729, 2000, 10000",
    "10000, 2000, 10000",
    "14556, 5000, 15000",
    "999999, 200000, 1000000",
  })
  void theAxisEndsAtARoundNumberAtOrAboveTheLargestValue(long most, long step, long top) {
    assertThat(Axis.of(most, 6)).isEqualTo(new Axis(step, top));
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "5000, '5,000'", "150000, 150k", "2000000, 2M", "1500000, 1.5M"})
  void itsNumbersAreShort(long number, String shown) {
    assertThat(Axis.shown(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource(SawtoothChart.Shape.class)
  void noLabelStandsOnAnother(SawtoothChart.Shape shape) {
    List<RunReport> alike =
        List.of(
            run("baseline", 40, 9_700, 0, List.of()),
            run("tutorial", 40, 5_000, 0, List.of(3, 4, 5, 20, 21, 39)),
            run("summary", 40, 5_000, 2, List.of(20, 38)),
            run("recap", 40, 5_010, 5, List.of()),
            run("per-ticket", 3, 5_020, 0, List.of()));

    List<Label> labels = labels(new SawtoothChart(alike, shape).svg());

    assertThat(labels).hasSizeGreaterThan(8);
    for (Label one : labels) {
      for (Label other : labels) {
        assertThat(one == other || !one.meets(other)).as(one + " and " + other).isTrue();
      }
    }
  }

  @Test
  void aThousandFoldsStayMarksThatCanBeToldApart() {
    String svg =
        new SawtoothChart(
                List.of(run("recap", 7_000, 3_400, 1_000, List.of())), SawtoothChart.Shape.WIDE)
            .svg();

    assertThat(svg.split("class=\"mark", -1)).hasSizeBetween(50, 102);
    assertThat(svg.substring(svg.indexOf("points=")).split(",").length).isLessThan(1_100);
  }

  @Test
  void ofVeryManyLostCallsNoneIsNamedButEachHasARing() {
    List<Integer> all = IntStream.rangeClosed(1, 174).boxed().toList();
    String svg =
        new SawtoothChart(List.of(run("tutorial", 174, 1_500, 0, all)), SawtoothChart.Shape.WIDE)
            .svg();

    assertThat(svg).doesNotContain("class=\"loss\"");
    assertThat(svg.split("class=\"lost\"", -1)).hasSize(175);
  }

  /** As wide as bold letters of 13 pixels are on the average. */
  private record Label(String text, double left, double baseline) {
    boolean meets(Label other) {
      return left < other.left + 7 * other.text.length()
          && other.left < left + 7 * text.length()
          && Math.abs(baseline - other.baseline) < 12;
    }
  }

  private static List<Label> labels(String svg) {
    List<Label> labels = new ArrayList<>();
    Matcher text = TEXT.matcher(svg);
    while (text.find()) {
      double wide = 7.0 * text.group(5).length();
      String anchor = text.group(2) == null ? "start" : text.group(2);
      double back =
          switch (anchor) {
            case "end" -> wide;
            case "middle" -> wide / 2;
            default -> 0;
          };
      labels.add(
          new Label(
              text.group(5),
              Double.parseDouble(text.group(3)) - back,
              Double.parseDouble(text.group(4))));
    }
    return labels;
  }

  private static RunReport run(String name, int turns, long peak, int folds, List<Integer> lostIn) {
    List<TurnReport> perTurn =
        IntStream.rangeClosed(1, turns)
            .mapToObj(
                turn -> new TurnReport(turn, peak - 1_400 + 1_400L * turn / turns, 9, 3, false))
            .toList();
    var message = List.of(new ShownMessage("user", List.of("task")));
    List<CompactionReport> compactions =
        IntStream.range(0, folds)
            .mapToObj(i -> new CompactionReport("fold", turns * i / folds, "", message, message))
            .toList();
    return new RunReport(
        name,
        turns,
        folds,
        0,
        new Tokens(1, 0, 0, 1, new Summary(0, 0, List.of(), 0, 0), 2),
        null,
        new ToolCalls(1, 1, 0, 0, 0, 0),
        0,
        true,
        perTurn,
        compactions,
        List.of(),
        lostIn.stream()
            .map(turn ->
                new CallEvent(CallEvent.Kind.LOST, turn, "classify_ticket", "TICKET-" + turn))
            .toList(),
        List.of(),
        "",
        "Answered");
  }
}
