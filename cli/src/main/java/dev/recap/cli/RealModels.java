package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.ScenarioReport.Asked;
import dev.recap.lab.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model that was really asked came to, as rows of the README's table of real models. */
final class RealModels {
  private RealModels() {}

  /** A Markdown table; what answered at another address than the vendor's is told by it. */
  static List<String> rows(ScenarioReport figures, Asked asked) {
    var verdict = new Verdict(figures);
    String model =
        asked.address() == null
            ? figures.model().name()
            : "%s at %s".formatted(figures.model().name(), asked.address());
    List<String> lines = new ArrayList<>();
    lines.add(
        "| date | model | run | turns | tokens | saved | dollars | lost | repeated | tickets done |");
    lines.add("|---|---|---|---:|---:|---:|---:|---:|---:|---:|");
    for (RunReport run : figures.runs()) {
      lines.add(
          Plain.of(
              "| %s | %s | %s | %,d | %,d | %s | %s | %,d | %,d | %,d of %,d |"
                  .formatted(
                      asked.day(),
                      model,
                      run.name(),
                      run.turns(),
                      run.tokens().totalTokens(),
                      verdict.saved(run),
                      dollars(run.cost()),
                      run.toolCalls().lost(),
                      run.toolCalls().repeated(),
                      run.ticketsComplete(),
                      run.store().size())));
    }
    return lines;
  }

  private static String dollars(@Nullable Cost cost) {
    return cost == null ? "-" : Verdict.dollars(cost.cached()).substring(1);
  }
}
