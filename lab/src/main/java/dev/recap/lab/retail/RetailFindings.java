package dev.recap.lab.retail;

import dev.recap.lab.table.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the experiment found: a {@link RetailRow} a trace and kind of compaction, and why. */
public record RetailFindings(Findings findings) {

  /** The calls of one tool in the plays without compaction. */
  public record ToolRow(String tool, int asked, int executed, int differing) {
    ToolRow plus(ToolRow other) {
      return new ToolRow(
          tool, asked + other.asked, executed + other.executed, differing + other.differing);
    }
  }

  /** How often a stage shortened the view, in all plays together. */
  public record StageRow(String stage, int times) {}

  /**
   * A call that the guard answered instead of running it.
   *
   * @param recorded what the recorded run did with it: {@code carried out}, {@code refused}, or
   *     {@code asked again} where it made the call once less
   * @param times in all plays together
   */
  public record Held(
      String trace, String tool, String recorded, String how, int times, String why) {}

  /** Something that is otherwise than it was recorded, and how often in all plays together. */
  public record Unlike(String trace, String what, int times, String how) {}

  static RetailFindings of(List<TracePlays> traces) {
    List<RetailRow> rows = traces.stream().flatMap(plays -> plays.rows().stream()).toList();
    Map<String, ToolRow> tools = new TreeMap<>();
    traces.forEach(
        plays -> plays.tools().forEach((tool, row) -> tools.merge(tool, row, ToolRow::plus)));
    Map<String, List<? extends Record>> others = new LinkedHashMap<>();
    others.put("tools, without compaction", new ArrayList<>(tools.values()));
    Map<String, Integer> stages = new TreeMap<>();
    traces.forEach(plays ->
        plays.stages().forEach((stage, times) -> stages.merge(stage, times, Integer::sum)));
    others.put(
        "compactions, by stage",
        stages.entrySet().stream()
            .map(stage -> new StageRow(stage.getKey(), stage.getValue()))
            .toList());
    others.put(
        "held back by the guard",
        traces.stream().flatMap(plays -> plays.heldBack().stream()).toList());
    others.put(
        "otherwise than recorded",
        traces.stream().flatMap(plays -> plays.differences().stream()).toList());
    others.values().removeIf(List::isEmpty);
    Findings sums = Findings.of(rows, RetailRow::compaction, RetailTotals::of);
    return new RetailFindings(new Findings(rows, sums.totals(), others));
  }

  /** Whether every play got to its end, ran no effect twice, and left the shop as without one. */
  public boolean hold() {
    return failing().isEmpty();
  }

  /** The rows in which something failed. */
  public List<RetailRow> failing() {
    return findings.rows().stream()
        .map(RetailRow.class::cast)
        .filter(row -> !row.failed().isEmpty())
        .toList();
  }

  /** Calls that the guard held back although the recorded run had carried them out. */
  public long heldThoughCarriedOut() {
    return findings.rows().stream()
        .map(RetailRow.class::cast)
        .mapToLong(RetailRow::heldCarriedOut)
        .sum();
  }
}
