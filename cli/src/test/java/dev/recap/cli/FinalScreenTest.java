package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.count.CallEvent;
import dev.recap.lab.report.Reports;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.RunReport.StoredTicket;
import dev.recap.lab.report.RunReport.Summary;
import dev.recap.lab.report.RunReport.Tokens;
import dev.recap.lab.report.RunReport.ToolCalls;
import dev.recap.lab.report.RunReport.TurnReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.ScenarioReport.ModelReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalScreenTest {

  @Nested
  class ARunThatDidNotFinish {
    private final ScenarioReport figures =
        figures(
            100,
            run("baseline", 100, 100, 0),
            run("tutorial", 100, 21, 0),
            run("recap", 100, 100, 100));

    @Test
    void showsNoSaving() {
      assertThat(row("tutorial", figures)).contains(" - ").doesNotContain("%").endsWith(" 21");
      assertThat(text(figures)).contains("did not finish: 21 of 100");
      assertThat(figures.saved()).extracting(ScenarioReport.Saved::run).containsExactly("recap");
    }

    @Test
    void isComparedWithNothing() {
      assertThat(text(figures))
          .contains("The tutorial's way as published did not finish: 21 of 100.");
    }

    @Test
    void leavesTheTutorialsTableWithoutAnImprovement() {
      var unfinished = figures(100, run("baseline", 100, 100, 0), run("recap", 100, 21, 20));

      assertThat(new FinalScreen(unfinished, "").lines())
          .filteredOn(line -> line.startsWith("Total tokens") || line.startsWith("Turns"))
          .hasSize(2)
          .allMatch(line -> line.endsWith(" -"));
      assertThat(text(unfinished)).contains("recap did not finish: 21 of 100.").doesNotContain("%");
    }

    @Test
    void leavesNothingToCompareWithWhenItIsTheBaseline() {
      var unfinished = figures(100, run("baseline", 100, 99, 0), run("recap", 100, 100, 100));

      assertThat(unfinished.saved()).isEmpty();
      assertThat(text(unfinished))
          .contains("not compared with the baseline, which did not finish (99 of 100)")
          .doesNotContain("%");
    }
  }

  @Test
  void theVerdictComparesWithTheTutorialsWayRepaired() {
    var figures =
        figures(5, run("baseline", 5, 5, 0), run("summary", 5, 5, 0), run("recap", 5, 5, 5));

    assertThat(text(figures)).contains("than summary").contains("the tutorial's way repaired");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100, 1_000, 10_000})
  void columnsNeverTouchAndNoLineIsLongerThanTheScreen(int tickets) {
    var figures =
        figures(
            tickets,
            run("baseline", tickets, tickets, 0),
            run("tutorial", tickets, tickets - 1, 0),
            run("summary", tickets, tickets, 0),
            run("recap", tickets, tickets, tickets),
            run("per-ticket", tickets, tickets, 0));

    List<String> lines = new FinalScreen(figures, "next").lines();

    assertThat(lines).hasSizeLessThanOrEqualTo(40);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    int columns = row("run", figures).strip().split(" +").length;
    for (RunReport run : figures.runs()) {
      // A large number is two words, as in 5,404.0 M.
      assertThat(row(run.name(), figures).replaceAll(" ([MG]) ", "$1 ").strip().split(" +"))
          .as(run.name())
          .hasSize(columns);
    }
  }

  @Test
  void whatOthersWroteCannotMoveTheCursorOrTurnTheLine() {
    RunReport run = run("recap", 1, 0, 0);
    var hostile =
        new RunReport(
            run.name(),
            run.turns(),
            0,
            0,
            run.tokens(),
            run.cost(),
            run.toolCalls(),
            0,
            true,
            run.perTurn(),
            List.of(),
            List.of(),
            List.of(new CallEvent(CallEvent.Kind.REDONE, 1, "x\u001b[2J\u202Egpj", "T\u0007")),
            run.store(),
            "All \u001b]0;done\u0007 \u2066well",
            "died: \u001b[31m");

    assertThat(String.join("\n", new FinalScreen(figures(1, hostile), "").lines()))
        .doesNotContain("\u001b", "\u202E", "\u0007");
    assertThat(String.join("\n", ResultBlock.of(hostile)))
        .doesNotContain("\u001b", "\u0007", "\u2066");
  }

  @Test
  void aSummaryThatWasTurnedDownIsNotSaidToBeMissing() {
    RunReport run = run("recap", 5, 5, 5);
    var rejected = new Summary(2, 0, List.of("too long", "empty"), 900, 100);

    assertThat(compactions(run)).contains("(5 folds, no summary was written)");
    assertThat(compactions(with(run, rejected))).contains("(5 folds, 2 rejected summaries)");
  }

  private static String compactions(RunReport run) {
    return ResultBlock.of(run).stream()
        .filter(line -> line.startsWith("Compactions:"))
        .findFirst()
        .orElseThrow();
  }

  private static RunReport with(RunReport run, Summary summary) {
    Tokens is = run.tokens();
    return new RunReport(
        run.name(),
        run.turns(),
        run.folds(),
        run.compactions(),
        new Tokens(
            is.inputTokens(),
            0,
            0,
            is.outputTokens(),
            summary,
            is.totalTokens() + summary.tokens()),
        run.cost(),
        run.toolCalls(),
        run.ticketsComplete(),
        true,
        run.perTurn(),
        List.of(),
        List.of(),
        List.of(),
        run.store(),
        run.answer(),
        run.ended());
  }

  private static String row(String name, ScenarioReport figures) {
    List<String> lines = new FinalScreen(figures, "").lines();
    int header = 0;
    while (!lines.get(header).startsWith("run ")) {
      header++;
    }
    return lines.subList(header, lines.size()).stream()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .orElseThrow();
  }

  private static String text(ScenarioReport figures) {
    return String.join(" ", new FinalScreen(figures, "").lines()).replaceAll("\\s+", " ");
  }

  private static ScenarioReport figures(int tickets, RunReport... runs) {
    List<RunReport> all = Arrays.asList(runs);
    return new ScenarioReport(
        42,
        tickets,
        new ModelReport("simulator", true, "m", "faithful", null),
        5_000,
        null,
        all,
        Reports.saved(all));
  }

  /** A baseline grows with the square of the tickets; whoever folds does not. */
  private static RunReport run(String name, int tickets, int complete, int folds) {
    int turns = 7 * tickets + 2;
    long prompt = folds > 0 ? 2_400L * turns : 2_000L * turns + 110L * turns * turns;
    List<TurnReport> perTurn = new ArrayList<>();
    for (int turn = 1; turn <= Math.min(turns, 900); turn++) {
      perTurn.add(new TurnReport(turn, 1_500 + (folds > 0 ? 0 : 220L * turn), 120, 3, false));
    }
    return new RunReport(
        name,
        turns,
        folds,
        0,
        new Tokens(
            prompt, 0, 0, 120L * turns, new Summary(0, 0, List.of(), 0, 0), prompt + 120L * turns),
        new Cost(prompt * 2e-6, prompt * 3e-7),
        new ToolCalls(turns, turns, 0, 0, 0, 0),
        complete,
        true,
        perTurn,
        List.of(),
        List.of(),
        List.of(),
        Collections.nCopies(
            tickets, new StoredTicket("TICKET-1", null, "s", "completed", "", "", "", "")),
        "done",
        "Answered");
  }
}
