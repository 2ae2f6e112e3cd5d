package dev.recap.lab.peers;

import dev.recap.conversation.Usage;
import dev.recap.lab.count.CallCounter;
import dev.recap.lab.count.CallCounts;
import dev.recap.lab.scenario.CurrentModel;
import java.util.List;
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

  /**
   * What its package says of itself, and how its run ended.
   *
   * @param version empty for ours
   */
  record End(String version, String how) {}

  /** The row of a peer, from the books of the server and the desk. */
  static PeerRow of(PeerSetting setting, Queue queue, DeskRecord desk, ServerLog log, End end) {
    Usage turns = ServerLog.sum(log.turns());
    Usage summaries = ServerLog.sum(log.summaries());
    CallCounts calls = new CallCounter(log.asked(), desk.calls()).count(List.of(), desk.rejected());
    var money = new CacheMoney(CurrentModel.PRICES);
    return new PeerRow(
        setting.peer().label(),
        end.version(),
        setting.name(),
        queue.tickets(),
        desk.completed() == queue.tickets(),
        log.turns().size(),
        turns.promptTokens(),
        turns.outputTokens(),
        summaries.totalTokens(),
        turns.totalTokens() + summaries.totalTokens(),
        ServerLog.dollars(log.all(), CurrentModel.PRICES::uncached),
        money.dollars(log.all(), 512),
        money.dollars(log.all(), 2_048),
        money.dollars(log.all(), 4_096),
        money.dollarsMarked(log.all(), 512),
        calls.lost(),
        calls.repeated(),
        calls.redone(),
        log.taskMissing(),
        log.ticketsShown(queue.tickets()),
        end.how());
  }

  /** What names a row's total. */
  String name() {
    return name(peer, setting);
  }

  static String name(String loop, String setting) {
    return setting.isEmpty() ? loop : loop + " (" + setting + ")";
  }
}
