/**
 * Plays one run of a job: a strategy, a fresh place, a model behind a door, and what came of it.
 *
 * <p>{@link dev.recap.lab.play.Play} is where to start reading.
 */
@NullMarked
package dev.recap.lab.play;

import org.jspecify.annotations.NullMarked;
