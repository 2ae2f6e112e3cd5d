package dev.recap.lab.cost;

import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport;
import dev.recap.model.Prices;

/** One run and the cache books of its requests. */
record BookedRun(RunReport report, Books books) {

  /** Every request and reply at this cacheable minimum, those for summaries included. */
  Usage usage(int minimum) {
    return books.usage(minimum);
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
