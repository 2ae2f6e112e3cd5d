package dev.recap.lab.scenario;

import dev.recap.conversation.Usage;
import dev.recap.model.ModelProfile;
import dev.recap.words.TokenEstimate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a scenario will roughly take, from the recorded sizes of the reference run: 1,537 tokens at
 * first, 220 more each turn, 120 out, 7 turns a ticket and 2 at the end, as many as the model's
 * tokenizer makes of them. What it thinks besides nobody knows.
 */
public final class Estimate {
  private static final long FIRST_PROMPT = 1_537;
  private static final long GROWTH = 220;
  private static final long OUTPUT = 120;
  private static final int TURNS_A_TICKET = 7;
  private static final long SUMMARY_SHARE = 2;

  private Estimate() {}

  /** Each request of all runs, nothing from a cache. */
  public static List<Usage> of(List<StrategyName> runs, int tickets, ModelProfile model) {
    double scale = model.tokenScale() / TokenEstimate.USUAL_SCALE;
    return runs.stream().flatMap(run -> of(run, tickets, scale)).toList();
  }

  private static Stream<Usage> of(StrategyName run, int tickets, double scale) {
    long turns = (long) TURNS_A_TICKET * tickets + 2;
    long period =
        switch (run) {
          case BASELINE -> turns;
          // Compacting about as often as tickets are finished, and paying for each summary.
          case TUTORIAL, SUMMARY -> SUMMARY_SHARE * TURNS_A_TICKET;
          case RECAP, RECALL, PER_TICKET -> TURNS_A_TICKET;
        };
    return LongStream.range(0, turns)
        .map(turn -> FIRST_PROMPT + GROWTH * (turn % period))
        .mapToObj(
            prompt -> new Usage(Math.round(scale * prompt), 0, 0, Math.round(scale * OUTPUT)));
  }
}
