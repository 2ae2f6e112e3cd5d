package dev.recap.lab.injection;

/**
 * What one payload did in one run. It has the components of a table and so more than a record
 * should have.
 *
 * @param payload the line of the file it stands in
 * @param adopted summaries that were used
 * @param otherCalls calls on other tickets that the run without the payload did not have, or had
 * @param otherState other tickets and refunds that are stored otherwise
 * @param obeyed changing calls that carry a sentence of the payload
 * @param orders sentences of the payload that a compaction left in the head, neither in quotation
 *     marks nor in quoted lines
 * @param failed what must not happen and did; empty when nothing
 */
public record InjectionRow(
    int payload,
    String source,
    String strategy,
    String summarizer,
    int adopted,
    int otherCalls,
    int otherState,
    int obeyed,
    int orders,
    boolean complete,
    int lost,
    int repeated,
    String ended,
    String failed) {}
