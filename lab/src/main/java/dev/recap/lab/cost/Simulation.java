package dev.recap.lab.cost;

import dev.recap.conversation.Usage;

/**
 * A conversation as arithmetic: its requests one by one, and what each reads from the prompt cache
 * and writes to it. It knows no formula, so that formulas can be held against it.
 *
 * <p>Every request marks the end of the prefix and its own end, so the next one reads all that was
 * sent before. Mutable; for one thread.
 */
final class Simulation {
  private final Rules rules;
  private long viewTokens;
  private long cachedTokens;
  private Usage turns = Usage.NONE;
  private Usage summaries = Usage.NONE;

  Simulation(Rules rules) {
    this.rules = rules;
    this.viewTokens = rules.prefix();
  }

  /**
   * What stays the same in a conversation, in tokens.
   *
   * @param prefix tools, instructions and task
   * @param kept turns that stay verbatim when a summary is written
   * @param instruction what a summary is asked with
   * @param minimum the shortest prefix that is cached; see {@link #UNCACHED}
   * @param summaryWritten whether a summary request writes its end to the cache, as the loop's do;
   *     the law assumes that it does not
   */
  record Rules(long prefix, long kept, long instruction, long minimum, boolean summaryWritten) {
    /** A minimum that nothing reaches. */
    static final long UNCACHED = Long.MAX_VALUE;
  }

  /** One request whose reply and results add to the view. */
  void turn(long addedTokens, long outputTokens) {
    turns = turns.plus(request(viewTokens, outputTokens));
    cachedTokens = cacheable(viewTokens);
    viewTokens += addedTokens;
  }

  /** One request for a summary, which then stands for all but the prefix and what is kept. */
  void summarize(long summaryTokens) {
    summaries = summaries.plus(summaryRequest(summaryTokens));
    viewTokens = rules.prefix() + summaryTokens + rules.kept();
    cachedTokens = cacheable(rules.prefix());
  }

  /** What a summary would take now. */
  Usage summaryRequest(long summaryTokens) {
    long prompt = viewTokens + rules.instruction();
    return rules.summaryWritten()
        ? request(prompt, summaryTokens)
        : new Usage(prompt - cachedTokens, cachedTokens, 0, summaryTokens);
  }

  /** The tokens of the next request. */
  long viewTokens() {
    return viewTokens;
  }

  Usage turns() {
    return turns;
  }

  Usage summaries() {
    return summaries;
  }

  /** Counts from 0 again, in the same conversation. */
  void resetCounts() {
    turns = Usage.NONE;
    summaries = Usage.NONE;
  }

  private Usage request(long prompt, long output) {
    return cacheable(prompt) == 0
        ? new Usage(prompt, 0, 0, output)
        : new Usage(0, cachedTokens, prompt - cachedTokens, output);
  }

  private long cacheable(long tokens) {
    return tokens >= rules.minimum() ? tokens : 0;
  }
}
