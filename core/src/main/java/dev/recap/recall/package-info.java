/**
 * Fetching the original of something that was dropped from the view.
 *
 * <p>{@link dev.recap.recall.originals.Recall#answer} is the whole of it, as a function of the
 * journal, the view and a query.
 */
@NullMarked
package dev.recap.recall;

import org.jspecify.annotations.NullMarked;
