package dev.recap.lab.retail;

/**
 * What came of one trace under one kind of compaction, all its plays together. It has the
 * components of a table and so more than a record should have.
 *
 * @param compaction {@code none}, {@code every} for one forced before each request, {@code once}
 *     for plays with one before one request, a play for each request; {@code every, again} where
 *     the model, besides, makes all changing calls so far again after each change
 * @param asked calls in the replies
 * @param executed calls that ran
 * @param held calls that the guard answered instead
 * @param heldCarriedOut of these, the ones that the recorded run carried out
 * @param repeated once-only effects that ran again after they had happened
 * @param outages calls for which the recorded service was away
 * @param fromRecord calls that were answered as recorded, because the trace never showed what the
 *     rule needs
 * @param differing results that say something else than the recorded ones
 * @param asRecorded plays after which everything that the trace showed last is as it showed it
 * @param asWhole plays that left the shop as the play without compaction did
 * @param failed what must not happen and did; empty when nothing
 */
public record RetailRow(
    String trace,
    String model,
    String compaction,
    int plays,
    int compactions,
    int asked,
    int executed,
    int held,
    int heldCarriedOut,
    int repeated,
    int outages,
    int fromRecord,
    int differing,
    int asRecorded,
    int asWhole,
    String failed) {}
