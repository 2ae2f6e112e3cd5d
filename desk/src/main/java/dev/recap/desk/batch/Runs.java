package dev.recap.desk.batch;

import dev.recap.journal.Entry;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runs of a journal, carried forward entry by entry.
 *
 * @param ids in order
 * @param isEnded whether the last one has an end on record
 */
record Runs(List<String> ids, boolean isEnded) {
  static final Runs NONE = new Runs(List.of(), false);

  Runs after(Entry entry) {
    if (entry instanceof RunStarted started) {
      return new Runs(Stream.concat(ids.stream(), Stream.of(started.runId())).toList(), false);
    }
    return entry instanceof RunEnded ? new Runs(ids, true) : this;
  }

  /** The id of the last one; empty where there is none. */
  String last() {
    return ids.isEmpty() ? "" : ids.getLast();
  }
}
