package dev.recap.lab.play;

import dev.recap.lab.count.CallCounts;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.lab.scenario.Played;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param taskMissing requests, summary requests included, without the task in them
 */
public record PlayOutcome(Played played, CallCounts counts, Stored stored, int taskMissing) {

  /**
   * What stands at the place of work afterwards.
   *
   * @param complete whether every work item is completed
   * @param state by the name of the thing
   * @param calls what the tools wrote, in the order in which it took effect
   */
  public record Stored(boolean complete, Map<String, String> state, List<ExecutedCall> calls) {
    public Stored {
      state = Collections.unmodifiableMap(new TreeMap<>(state));
      calls = List.copyOf(calls);
    }
  }

  /** All tokens, those of the summaries included. */
  public long tokens() {
    return played.turnUsage().plus(played.summaryUsage()).totalTokens();
  }
}
