package dev.recap.agent;

import dev.recap.journal.Journal;
import dev.recap.model.ToolSpec;
import dev.recap.projection.ProjectedJournal;
import dev.recap.recall.originals.Recall;
import dev.recap.tool.Toolbox;
import java.util.List;

/**
 * The tools of a run: the caller's, and those of the runtime that work on the run's own journal.
 *
 * @param recall whether the model may ask for what has left its view
 */
record RunTools(Toolbox callers, boolean recall) {

  /** What the model is told: the same in every run. */
  List<ToolSpec> specs() {
    return over(new ProjectedJournal(Journal.inMemory(), 0, entry -> {})).specs();
  }

  /** The tools that serve the run with this journal. */
  Toolbox over(ProjectedJournal journal) {
    return recall ? Toolbox.of(callers, Recall.toolbox(journal::entries, journal::view)) : callers;
  }
}
