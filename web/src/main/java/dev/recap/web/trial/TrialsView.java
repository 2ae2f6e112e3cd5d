package dev.recap.web.trial;

import dev.recap.desk.trial.Trials;
import dev.recap.desk.trial.TrialsAtWork.Unfinished;
import java.util.List;

/**
 * The trials of a desk.
 *
 * @param unfinished those at work or at rest, the newest first
 * @param listed those on record, the newest first; an unfinished one may be among them
 */
public record TrialsView(List<Unfinished> unfinished, List<Trials.Listed> listed) {}
