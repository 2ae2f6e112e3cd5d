/**
 * The trial: tickets that people have answered are worked again by the agent, which does not see
 * what they decided, and both are laid side by side. {@link dev.recap.desk.trial.TrialRun} does it,
 * {@link dev.recap.desk.trial.TrialResult} is what came of it.
 */
@NullMarked
package dev.recap.desk.trial;

import org.jspecify.annotations.NullMarked;
