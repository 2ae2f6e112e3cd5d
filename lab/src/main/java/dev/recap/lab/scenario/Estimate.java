package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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

  /** Each request of all runs, nothing from a cache. */
  public static List<Usage> of(List<StrategyName> runs, int tickets) {
    return runs.stream().flatMap(run -> of(run, tickets)).toList();
  }

  private static Stream<Usage> of(StrategyName run, int tickets) {
    long turns = (long) TURNS_A_TICKET * tickets + 2;
    long period =
        switch (run) {
          case BASELINE -> turns;
          // Compacting about as often as tickets are finished, and paying for each summary.
          case TUTORIAL, SUMMARY -> SUMMARY_SHARE * TURNS_A_TICKET;
          case RECAP, RECALL, PER_TICKET -> TURNS_A_TICKET;
        };
    return LongStream.range(0, turns)
        .mapToObj(turn -> new Usage(FIRST_PROMPT + GROWTH * (turn % period), 0, 0, OUTPUT));
  }
}
