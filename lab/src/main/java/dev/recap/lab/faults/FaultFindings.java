package dev.recap.lab.faults;

import dev.recap.lab.table.Findings;
import java.util.List;

/**
 * What the experiment found.
 *
 * @param findings a {@link Row} a cell, and {@link Totals} by strategy
 * @param groups what groups of cells do not show although they must
 * @param overHttp how the cells that were played twice compare
 */
public record FaultFindings(Findings findings, List<String> groups, OverHttp overHttp) {

  /**
   * Cells that were played again over HTTP and through the vendor's SDK.
   *
   * @param differing those that gave another row than in this process
   */
  public record OverHttp(int cells, int differing) {}

  public FaultFindings {
    groups = List.copyOf(groups);
  }

  /** The cells in which a promise was not kept. */
  public List<Row> failing() {
    return findings.rows().stream()
        .map(Row.class::cast)
        .filter(row -> !row.failed().isEmpty())
        .toList();
  }

  /** The ladder's cells that no strategy can finish: they were stopped at the limit on turns. */
  public long unfinishable() {
    return findings.rows().stream()
        .map(Row.class::cast)
        .filter(
            row -> Contender.parse(row.strategy()).promised() && CellJudgement.cannotFinish(row))
        .count();
  }

  /** Whether every promise was kept, and shown to be kept. */
  public boolean hold() {
    return failing().isEmpty() && groups.isEmpty() && overHttp.differing() == 0;
  }
}
