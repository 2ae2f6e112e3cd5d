/**
 * Batches of work: a set of runs over the desk's queue in one process, which may die at any point.
 * {@link dev.recap.desk.batch.Batches} keeps what was ordered, {@link
 * dev.recap.desk.batch.BatchRun} does it, and what was done and spent stands in the journals alone.
 */
@NullMarked
package dev.recap.desk.batch;

import org.jspecify.annotations.NullMarked;
