package dev.recap.lab.play;

import dev.recap.conversation.Usage;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.count.ExecutedCall;
import dev.recap.lab.scenario.Played;
import dev.recap.lab.scenario.PlayedSummary;
import dev.recap.lab.scenario.PlayedTurn;
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
    Usage turns = played.turns().stream().map(PlayedTurn::usage).reduce(Usage.NONE, Usage::plus);
    Usage summaries =
        played.summaries().stream().map(PlayedSummary::usage).reduce(Usage.NONE, Usage::plus);
    return turns.plus(summaries).totalTokens();
  }

  /** Why summaries were rejected, one reason a summary. */
  public List<String> rejections() {
    return played.summaries().stream()
        .filter(summary -> !summary.adopted())
        .map(PlayedSummary::rejected)
        .toList();
  }
}
