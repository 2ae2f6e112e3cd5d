package dev.recap.desk.trial;

/**
 * How far a trial is.
 *
 * @param tokens and dollars: all that was spent on it so far
 */
public record TrialProgress(int worked, int given, long tokens, double dollars) {}
