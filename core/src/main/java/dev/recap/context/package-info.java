/**
 * The messages of the next request: a head that the runtime renders and a tail of verbatim turns.
 *
 * <p>{@link dev.recap.context.ContextView} is a projection of the journal; {@link
 * dev.recap.head.HeadWriter} says what stands for the turns that left.
 */
@NullMarked
package dev.recap.context;

import org.jspecify.annotations.NullMarked;
