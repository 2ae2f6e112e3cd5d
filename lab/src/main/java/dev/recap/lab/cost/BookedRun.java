package dev.recap.lab.cost;

import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport;
import dev.recap.model.Prices;
import java.util.List;
import java.util.Map;

/**
 * One run and what its requests took from the cache, so that one run prices all minimums.
 *
 * @param usages all requests and replies by cacheable minimum, those for summaries included
 * @param headReads what was read after each fold
 */
record BookedRun(RunReport report, Map<Integer, Usage> usages, HeadReads headReads) {
  /** The cacheable minimums of the current models; source: the vendor's prompt caching guide. */
  static final List<Integer> MINIMUMS = List.of(512, 2_048, 4_096);

  BookedRun {
    usages = Map.copyOf(usages);
  }

  /** Every request and reply at this cacheable minimum. */
  Usage usage(int minimum) {
    Usage usage = usages.get(minimum);
    if (usage == null) {
      throw new IllegalArgumentException(
          "minimum is %d, but must be one of %s".formatted(minimum, MINIMUMS));
    }
    return usage;
  }

  /** Dollars for all but the replies of the turns: the prompts, and the summaries whole. */
  double inputAndSummaryDollars(int minimum, Prices prices) {
    Usage all = usage(minimum);
    long output = report.tokens().summary().outputTokens();
    return prices.cached(
        new Usage(all.inputTokens(), all.cacheReadTokens(), all.cacheWriteTokens(), output));
  }

  /** Prompt tokens of all requests, those for summaries included. */
  long promptTokens() {
    return report.tokens().promptTokens() + report.tokens().summary().inputTokens();
  }

  boolean complete(int tickets) {
    return report.ticketsComplete() == tickets;
  }
}
