/**
 * The append-only truth of one conversation, which may hold several runs.
 *
 * <p>Ledger and context view are projections of it. An entry freezes what a later projection needs,
 * so that a new release cannot change what an old journal means. What is not marked as nullable has
 * to be there; where a journal in a file is read, an entry without it is refused.
 */
@NullMarked
package dev.recap.journal;

import org.jspecify.annotations.NullMarked;
