package dev.recap.lab.peers;

import org.jspecify.annotations.Nullable;

/**
 * One loop at one setting with one queue, in figures. Money is US dollars, summaries included.
 *
 * @param peer a {@link Peer}'s label, or a strategy of ours
 * @param version as the peer's own package states it; empty for ours
 * @param tickets in the queue
 * @param complete whether the store has every ticket completed
 * @param turns delivered replies, summaries not included
 * @param promptTokens of the turns, cached or not
 * @param outputTokens of the turns
 * @param summaryTokens prompts and replies of the summary calls
 * @param totalTokens all of them
 * @param dollarsUncached without a prompt cache
 * @param dollarsCached512 with the breakpoints that were really set, at a cacheable minimum of 512
 *     tokens
 * @param dollarsMarked512 the same had its requests been marked as ours are; null for ours
 * @param lost calls asked for and neither run nor answered, or required and absent at the end
 * @param repeated once-only effects that ran again
 * @param redone idempotent effects that ran again although they stood
 * @param taskMissing requests, summary requests included, in which the task's words did not stand
 * @param ticketsShown how many tickets the last request named: a closing account can speak of no
 *     other
 * @param ended how the run ended
 */
public record PeerRow(
    String peer,
    String version,
    String setting,
    int tickets,
    boolean complete,
    int turns,
    long promptTokens,
    long outputTokens,
    long summaryTokens,
    long totalTokens,
    double dollarsUncached,
    double dollarsCached512,
    double dollarsCached2048,
    double dollarsCached4096,
    @Nullable Double dollarsMarked512,
    int lost,
    int repeated,
    int redone,
    int taskMissing,
    int ticketsShown,
    String ended) {

  /** What names a row's total. */
  String name() {
    return setting.isEmpty() ? peer : peer + " (" + setting + ")";
  }
}
