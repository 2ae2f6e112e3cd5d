/**
 * The experiment that breaks things on purpose: a compaction forced before each turn, with every
 * kind of summarizer and of agent, for every strategy; graded on what is stored afterwards.
 *
 * <p>{@link dev.recap.lab.faults.FaultsExperiment} plays a {@link dev.recap.lab.faults.Grid} of
 * cells, each one run of a {@link dev.recap.lab.job.Job}.
 */
@NullMarked
package dev.recap.lab.faults;

import org.jspecify.annotations.NullMarked;
