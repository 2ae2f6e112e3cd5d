package dev.recap.lab.retail;

import dev.recap.lab.table.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

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

  /** Something on which a rule depends and which the trace never showed before that. */
  public record Unseen(String trace, String what, int times) {}

  static RetailFindings of(List<TracePlays> traces) {
    List<RetailRow> rows = each(traces, TracePlays::rows);
    Map<String, List<? extends Record>> others = new LinkedHashMap<>();
    others.put(
        "tools, without compaction",
        List.copyOf(merged(traces, TracePlays::tools, ToolRow::plus).values()));
    others.put(
        "compactions, by stage",
        merged(traces, TracePlays::stages, Integer::sum).entrySet().stream()
            .map(stage -> new StageRow(stage.getKey(), stage.getValue()))
            .toList());
    others.put("held back by the guard", each(traces, TracePlays::heldBack));
    others.put("otherwise than recorded", each(traces, TracePlays::differences));
    others.put("never shown, so answered as recorded", each(traces, TracePlays::unseen));
    others.values().removeIf(List::isEmpty);
    Findings sums = Findings.of(rows, RetailRow::compaction, RetailTotals::of);
    return new RetailFindings(new Findings(rows, sums.totals(), others));
  }

  private static <R> List<R> each(List<TracePlays> traces, Function<TracePlays, List<R>> rows) {
    return traces.stream().flatMap(plays -> rows.apply(plays).stream()).toList();
  }

  private static <R> Map<String, R> merged(
      List<TracePlays> traces, Function<TracePlays, Map<String, R>> rows, BinaryOperator<R> plus) {
    Map<String, R> merged = new TreeMap<>();
    traces.forEach(
        plays -> rows.apply(plays).forEach((name, row) -> merged.merge(name, row, plus)));
    return merged;
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
