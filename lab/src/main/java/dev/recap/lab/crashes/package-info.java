/**
 * The experiment that kills a conversation at every write: its journal fails or its process dies
 * before, in and after each, and it is resumed until it ends. A bank of the experiment's own counts
 * what happened; an oracle that knows nothing of the loop says how each scenario has to end.
 *
 * <p>{@link dev.recap.lab.crashes.CrashesExperiment} plays the {@link
 * dev.recap.lab.crashes.Scenarios}, each by one {@link dev.recap.lab.crashes.CrashRun}.
 */
@NullMarked
package dev.recap.lab.crashes;

import org.jspecify.annotations.NullMarked;
