package dev.recap.lab.crashes;

/**
 * What came of one scenario.
 *
 * @param deaths strikes that were met
 * @param reached whether that is all of them
 * @param repeated effects that happened more often than they may
 * @param lost effects that did not happen
 * @param unknown payments of which nobody could know, before they were settled
 * @param wrong what is wrong with it; empty when all is as the oracle says
 */
public record CrashRow(
    String store,
    String effect,
    String proof,
    String calls,
    boolean compacting,
    String strikes,
    int deaths,
    boolean reached,
    int repeated,
    int lost,
    String unknown,
    int repliesPaidTwice,
    String wrong) {}
