package dev.recap.lab.replay;

import dev.recap.lab.table.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Recorded runs under several policies.
 *
 * @param shortestValue characters or digits that a value has at least to count
 * @param summaryTokens of the text that stands in for a summary and says nothing
 * @param summaries what {@link Policy#RECAP_REAL_SUMMARY} takes
 */
public record ReplayExperiment(
    List<Policy> policies,
    Budget budget,
    int shortestValue,
    int summaryTokens,
    Summaries summaries) {
  public ReplayExperiment {
    policies = List.copyOf(policies);
    if (shortestValue < 1 || summaryTokens < 1) {
      throw new IllegalArgumentException(
          "the shortest value and the summary have 1 character and 1 token or more, but were %d and %d"
              .formatted(shortestValue, summaryTokens));
    }
    if (policies.contains(Policy.RECAP_REAL_SUMMARY) && summaries.all().isEmpty()) {
      throw new IllegalArgumentException(
          Policy.RECAP_REAL_SUMMARY.label() + " needs summaries, but there are none");
    }
  }

  /**
   * What came of it.
   *
   * @param invalid requests that no provider would take: run, policy, turn and rule
   */
  public record Result(Findings findings, List<String> invalid) {
    public Result {
      invalid = List.copyOf(invalid);
    }
  }

  /**
   * Plays all of them.
   *
   * @param progress told of each run that was played under all policies
   */
  public Result play(List<RecordedRun> runs, Consumer<RecordedRun> progress) {
    List<ReplayRow> rows = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    var counts = new BlockCounts();
    int played = 0;
    for (RecordedRun run : runs) {
      ReplayBench bench = ReplayBench.of(run, shortestValue, counts);
      var replays =
          new RunReplays(
              bench, budget, StandIn.saysNothing(summaryTokens), summaries.of(run, played++));
      for (Policy policy : policies) {
        rows.add(ReplayRow.of(bench, replays, policy));
        for (String broken : replays.of(policy).tally().broken()) {
          invalid.add("%s, %s, %s".formatted(run.id(), policy.label(), broken));
        }
      }
      progress.accept(run);
    }
    return new Result(Findings.of(rows, ReplayRow::policy, ReplayTotal::of), invalid);
  }
}
