package dev.recap.lab.replay;

import dev.recap.conversation.Usage;
import dev.recap.lab.replay.Replay.Played;
import dev.recap.lab.replay.Tally.Retention;
import dev.recap.model.Prices;
import org.jspecify.annotations.Nullable;

/**
 * One run under one policy.
 *
 * @param model whose prices were taken; a recorded one without known prices is named first
 * @param peakTokens of the longest prompt with nothing left out, tools and instructions included
 * @param budget tokens a prompt may have
 * @param promptTokens of all requests, those for a summary included
 * @param longestPrompt tokens of the longest one
 * @param dollarsUncached of prompts and replies
 * @param viewsValid requests that break no rule
 * @param thinkingMoved requests with signed thinking behind other messages than it was written
 *     after
 * @param values uses of values that had stood in a result or in what the user said before
 * @param inView of these, the ones that stood in the request
 * @param retention the share in view; null without values
 * @param recallFound of the others, the ones that recall found; null where nothing can be recalled
 */
public record ReplayRow(
    String trace,
    String policy,
    String model,
    int turns,
    long peakTokens,
    long budget,
    long promptTokens,
    long longestPrompt,
    int compactions,
    double dollarsUncached,
    double dollarsCached,
    int viewsValid,
    int views,
    int thinkingMoved,
    int values,
    int inView,
    @Nullable Double retention,
    @Nullable Integer recallFound,
    @Nullable Double recallShare) {

  static ReplayRow of(ReplayBench bench, RunReplays replays, Policy policy) {
    Played played = replays.of(policy);
    Tally tally = played.tally();
    Usage usage = tally.usage();
    Prices prices = bench.profile().knownPrices().orElseThrow();
    Retention retention = tally.retention();
    boolean recalls = policy.compaction(replays.budget()).isPresent();
    return new ReplayRow(
        bench.run().id(),
        policy.label(),
        bench.pricedAs(),
        bench.run().turns(),
        replays.peakTokens(),
        replays.budget(),
        usage.promptTokens(),
        tally.longestPrompt(),
        played.compactions(),
        prices.uncached(usage),
        prices.cached(usage),
        tally.views().valid(),
        tally.views().all(),
        tally.views().thinkingMoved(),
        retention.values(),
        retention.inView(),
        share(retention.inView(), retention.values()),
        recalls ? retention.recalled() : null,
        recalls ? share(retention.recalled(), retention.missing()) : null);
  }

  static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
