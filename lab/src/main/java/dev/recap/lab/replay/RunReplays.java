package dev.recap.lab.replay;

import dev.recap.conversation.Message;
import dev.recap.lab.replay.Replay.Exchange;
import dev.recap.lab.replay.Replay.Played;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** One run under several policies; what several of them need is played once. One thread. */
final class RunReplays {
  /** What clients that clear results keep by default. */
  private static final int USUAL_RESULTS = 3;

  /** What a batch frees at least: a fifth of where it begins. */
  private static final int SHARE_OF_A_BATCH = 5;

  private final ReplayBench bench;
  private final Replay replay;
  private final List<Exchange> exchanges;
  private final Supplier<String> nothing;
  private final Supplier<String> real;
  private final long fixed;
  private final long peak;
  private final long budget;
  private final Map<Policy, Played> played = new EnumMap<>(Policy.class);

  RunReplays(ReplayBench bench, Budget budget, Supplier<String> nothing, Supplier<String> real) {
    this.bench = bench;
    this.replay = new Replay(bench);
    this.exchanges = replay.exchanges();
    this.nothing = nothing;
    this.real = real;
    this.fixed = bench.counts().fixed(bench.run().instructions(), bench.run().tools());
    this.peak =
        fixed + exchanges.stream().mapToLong(e -> tokens(e.whole().messages())).max().orElse(0);
    this.budget = budget.of(fixed, peak);
  }

  long peakTokens() {
    return peak;
  }

  long budget() {
    return budget;
  }

  Played of(Policy policy) {
    Played known = played.get(policy);
    if (known == null) {
      known =
          policy
              .compaction(budget)
              .map(compaction ->
                  replay.as(compaction, policy == Policy.RECAP_REAL_SUMMARY ? real : nothing))
              .orElseGet(() -> replay.as(peer(policy), exchanges));
      played.put(policy, known);
    }
    return known;
  }

  private PeerPolicy peer(Policy policy) {
    BlockCounts counts = bench.counts();
    int turns = exchanges.size();
    return switch (policy) {
      case KEEP_LAST -> new PeerPolicy.LastTurns((int) keepLast(turns));
      case TRUNCATE -> new PeerPolicy.LastTokens(budget - fixed, counts);
      case KEEP_RESULTS -> clearing(budget - fixed);
      case KEEP_LAST_EQUAL -> equal(n -> new PeerPolicy.LastTurns((int) n), turns);
      case TRUNCATE_EQUAL -> equal(n -> new PeerPolicy.LastTokens(n, counts), peak);
      case KEEP_RESULTS_EQUAL -> equal(this::clearing, peak);
      case NONE,
          FOLD,
          CLEAR_TOOL_RESULTS,
          TRIM,
          CLEAR_TOOL_RESULTS_TRIM,
          RECAP,
          RECAP_SUMMARY,
          RECAP_REAL_SUMMARY ->
          new PeerPolicy.Whole();
    };
  }

  private PeerPolicy clearing(long fromTokens) {
    return new PeerPolicy.NewestResults(
        USUAL_RESULTS, fromTokens, fromTokens / SHARE_OF_A_BATCH, bench.counts());
  }

  /** The most turns with which no request is over the budget, and one at the least. */
  private long keepLast(int turns) {
    return least(turns, n -> longest(new PeerPolicy.LastTurns((int) n + 1)) > budget);
  }

  /** The setting whose prompts come nearest to those of our ladder, all of them together. */
  private PeerPolicy equal(LongFunction<PeerPolicy> setting, long most) {
    long ours = of(Policy.RECAP).tally().usage().promptTokens();
    long above = least(most, n -> sum(setting.apply(n)) >= ours);
    PeerPolicy more = setting.apply(above);
    PeerPolicy less = setting.apply(Math.max(1, above - 1));
    return Math.abs(sum(more) - ours) <= Math.abs(sum(less) - ours) ? more : less;
  }

  /** The least number from 1 on that satisfies what all greater ones do, too; else the most. */
  private static long least(long most, LongPredicate enough) {
    long low = 1;
    long high = Math.max(1, most);
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (enough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long sum(PeerPolicy peer) {
    return exchanges.stream()
        .mapToLong(e -> fixed + tokens(peer.shortened(e.whole().messages())))
        .sum();
  }

  private long longest(PeerPolicy peer) {
    return exchanges.stream()
        .mapToLong(e -> fixed + tokens(peer.shortened(e.whole().messages())))
        .max()
        .orElse(0);
  }

  private long tokens(List<Message> messages) {
    return messages.stream().mapToLong(bench.counts()::of).sum();
  }
}
