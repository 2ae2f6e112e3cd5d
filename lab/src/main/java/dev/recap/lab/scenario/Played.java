package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;
import dev.recap.lab.count.AskedCall;
import java.util.List;

/**
 * What happened in one run of a strategy, as the conversation saw it.
 *
 * @param answers calls that were answered without being executed
 * @param ending the final text, and how the run ended
 */
public record Played(
    List<PlayedTurn> turns,
    List<PlayedCompaction> compactions,
    List<PlayedDecision> decisions,
    List<PlayedSummary> summaries,
    Unexecuted answers,
    Ending ending) {

  /**
   * Calls that were answered although no tool ran, by call id, one element a call.
   *
   * @param guarded answered with a receipt
   * @param rejected answered with an error
   */
  public record Unexecuted(List<String> guarded, List<String> rejected) {
    public Unexecuted {
      guarded = List.copyOf(guarded);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * How the run ended.
   *
   * @param answer the agent's last text; empty when there is none
   * @param how a word or a sentence, such as {@code Answered}
   */
  public record Ending(String answer, String how) {}

  public Played {
    turns = List.copyOf(turns);
    compactions = List.copyOf(compactions);
    decisions = List.copyOf(decisions);
    summaries = List.copyOf(summaries);
  }

  /** The calls of all delivered replies, in order. */
  public List<AskedCall> asked() {
    return turns.stream()
        .flatMap(turn -> turn.calls().stream().map(call -> new AskedCall(turn.turn(), call)))
        .toList();
  }

  /** Tokens of the turns. */
  public Usage turnUsage() {
    return turns.stream().map(PlayedTurn::usage).reduce(Usage.NONE, Usage::plus);
  }

  /** Tokens of the summary calls. */
  public Usage summaryUsage() {
    return summaries.stream().map(PlayedSummary::usage).reduce(Usage.NONE, Usage::plus);
  }

  /** Why summaries were rejected, one reason a summary. */
  public List<String> rejections() {
    return summaries.stream()
        .filter(summary -> !summary.adopted())
        .map(PlayedSummary::rejected)
        .toList();
  }
}
