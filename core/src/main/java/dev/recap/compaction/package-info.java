/**
 * Shortening the view: when it is due, which stage does it, and whether the outcome is accepted.
 *
 * <p>A {@link dev.recap.compaction.Stage} decides purely and proposes; the {@link
 * dev.recap.compactor.Compactor} asks the model where a proposal needs it, checks and records.
 */
@NullMarked
package dev.recap.compaction;

import org.jspecify.annotations.NullMarked;
