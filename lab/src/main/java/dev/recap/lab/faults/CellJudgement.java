package dev.recap.lab.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which promises were not kept. Pure. */
final class CellJudgement {
  /** Agents that do nothing again of their own accord. */
  private static final Set<String> DILIGENT = Set.of("obedient");

  private CellJudgement() {}

  /** What went wrong in one cell, in a few words; empty when nothing did. */
  static String of(Row row, Contender strategy, SummaryFault summarizer) {
    List<String> wrong = new ArrayList<>();
    if (strategy.promised()) {
      addIf(wrong, row.repeated() > 0, "repeated");
      addIf(wrong, row.taskMissing() > 0, "task missing");
      if (cannotFinish(row)) {
        addIf(wrong, !row.ended().equals("TurnLimitReached"), "not stopped at the limit");
        return String.join(", ", wrong);
      }
      addIf(wrong, !row.complete(), "incomplete");
      addIf(wrong, row.lost() > 0, "lost");
      addIf(wrong, row.wrong() > 0, "wrong");
      boolean harmless = summarizer == SummaryFault.FAITHFUL || !summarizer.adoptable();
      addIf(wrong, harmless && DILIGENT.contains(row.agent()) && row.redone() > 0, "redone");
    }
    if (strategy.mustAsk() && !summarizer.adoptable()) {
      addIf(wrong, row.adopted() > 0, "adopted");
      addIf(
          wrong,
          row.asked() > row.adopted() && !summarizer.rejectedFor(row.rejection()),
          "rejected for another reason");
    }
    return String.join(", ", wrong);
  }

  /**
   * An agent that believes nothing but the calls in view, with one turn in view at any time, begins
   * again for ever, and no strategy can help it. It must be stopped with a typed outcome, with
   * nothing repeated.
   */
  static boolean cannotFinish(Row row) {
    return row.turn() == 0 && row.agent().contains("stubborn") && !row.complete();
  }

  /**
   * What groups of cells, which differ in the turn alone, do not show although they must: that a
   * usable summary was adopted at least once, and that any other was asked for.
   */
  static List<String> ofGroups(List<Row> rows) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> Contender.parse(row.strategy()).mustAsk())
        .forEach(row -> groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row));
    List<String> missing = new ArrayList<>();
    groups.forEach((group, cells) -> {
      SummaryFault summarizer = SummaryFault.parse(cells.getFirst().summarizer());
      if (cells.stream().noneMatch(row -> row.asked() > 0)) {
        missing.add(group + ": no summary was ever asked for");
      } else if (summarizer.adoptable() && cells.stream().noneMatch(row -> row.adopted() > 0)) {
        missing.add(group + ": no summary was ever adopted");
      }
    });
    return missing;
  }

  private static void addIf(List<String> wrong, boolean condition, String words) {
    if (condition) {
      wrong.add(words);
    }
  }
}
