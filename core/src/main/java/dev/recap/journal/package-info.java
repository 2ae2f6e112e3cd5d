/**
 * The append-only truth of one conversation, which may hold several runs.
 *
 * <p>Ledger and context view are folds of it. An entry freezes what a later fold needs, so that a
 * new release cannot change what an old journal means.
 */
@NullMarked
package dev.recap.journal;

import org.jspecify.annotations.NullMarked;
