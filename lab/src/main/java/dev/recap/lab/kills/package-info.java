/**
 * Real processes that work the desk's queue, killed at random instants and at every step that has a
 * label: {@link dev.recap.lab.kills.KillsExperiment}. {@link dev.recap.lab.kills.Victim} is what is
 * killed.
 */
@NullMarked
package dev.recap.lab.kills;

import org.jspecify.annotations.NullMarked;
