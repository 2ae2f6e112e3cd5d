package dev.recap.lab.faults;

/**
 * What came of one cell. It has the components of a table and so more than a record should have.
 *
 * @param turn the compaction struck just before this turn; 0 for before every turn
 * @param asked summaries that were asked for
 * @param adopted summaries that were used
 * @param rejection why the first rejected summary was; empty when none was
 * @param complete whether every work item is stored as completed
 * @param lost calls neither executed nor answered, and required effects that are absent
 * @param repeated once-only effects that happened again
 * @param redone idempotent effects that were executed again although they stood
 * @param guarded calls answered with a receipt
 * @param wrong things whose stored state differs from that of the undisturbed run
 * @param taskMissing requests, summary requests included, without the task in them
 * @param tokens all tokens, those of the summaries included
 * @param ended how the run ended
 * @param failed what the strategy promises and did not keep; empty when nothing
 */
public record Row(
    String strategy,
    String summarizer,
    String agent,
    int turn,
    String schedule,
    int asked,
    int adopted,
    String rejection,
    boolean complete,
    int lost,
    int repeated,
    int redone,
    int guarded,
    int wrong,
    int taskMissing,
    long tokens,
    int turns,
    String ended,
    String failed) {

  /** The cells that differ from this one in the turn alone. */
  String group() {
    return String.join(" ", strategy, summarizer, agent, schedule);
  }
}
