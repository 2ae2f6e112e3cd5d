/**
 * What conversations with a model were, in a file that outlives them.
 *
 * <p>{@link dev.recap.lab.record.RecordFile} is written while they take place.
 */
@NullMarked
package dev.recap.lab.record;

import org.jspecify.annotations.NullMarked;
