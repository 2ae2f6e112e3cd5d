package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;
import java.util.List;

/**
 * What a scenario will roughly take, from the recorded sizes of the reference run: 1,537 tokens at
 * first, 220 more each turn, 120 out, 7 turns a ticket and 2 at the end.
 */
public final class Estimate {
  private static final long FIRST_PROMPT = 1_537;
  private static final long GROWTH = 220;
  private static final long OUTPUT = 120;
  private static final int TURNS_A_TICKET = 7;
  private static final long SUMMARY_SHARE = 2;

  private Estimate() {}

  /** All runs together, nothing from a cache. */
  public static Usage of(List<StrategyName> runs, int tickets) {
    return runs.stream().map(run -> of(run, tickets)).reduce(Usage.NONE, Usage::plus);
  }

  private static Usage of(StrategyName run, int tickets) {
    long turns = (long) TURNS_A_TICKET * tickets + 2;
    long prompt =
        switch (run) {
          case BASELINE -> prompt(turns, turns);
          // Compacting about as often as tickets are finished, and paying for each summary.
          case TUTORIAL, SUMMARY -> prompt(turns, SUMMARY_SHARE * TURNS_A_TICKET);
          case RECAP, RECALL, PER_TICKET -> prompt(turns, TURNS_A_TICKET);
        };
    return new Usage(prompt, 0, 0, turns * OUTPUT);
  }

  /** Prompt tokens of turns whose conversation starts anew every so many turns. */
  private static long prompt(long turns, long period) {
    return turns * FIRST_PROMPT + GROWTH * turns * (period - 1) / 2;
  }
}
