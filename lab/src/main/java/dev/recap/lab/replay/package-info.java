/**
 * Recorded runs through any compaction policy, with no model: the recorded replies are played back
 * as they were, and each request is what that policy would have sent.
 *
 * <p>{@link dev.recap.lab.replay.RecordedRuns} reads them, a {@link dev.recap.lab.replay.Policy}
 * decides what stays in view, {@link dev.recap.lab.replay.Replay} plays one run under one policy.
 * What a model would have done on the shorter view is not known: it is asked only whether the
 * values that it used next were still there.
 */
@NullMarked
package dev.recap.lab.replay;

import org.jspecify.annotations.NullMarked;
