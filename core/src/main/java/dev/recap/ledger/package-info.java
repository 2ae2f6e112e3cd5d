/**
 * What was done, by work item: a projection of the journal that no summary touches.
 *
 * <p>{@link dev.recap.ledger.Ledger} is an immutable value, carried forward entry by entry.
 */
@NullMarked
package dev.recap.ledger;

import org.jspecify.annotations.NullMarked;
