package dev.recap.agent;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import org.jspecify.annotations.Nullable;

/** Where the conversation of a journal stands. */
final class Past {
  private @Nullable String lastRun;
  private boolean ended;
  private boolean said;

  static Past of(Journal journal) {
    var past = new Past();
    journal.read(0, past::take);
    return past;
  }

  private void take(Entry entry) {
    if (entry instanceof RunStarted started) {
      lastRun = started.runId();
    }
    said |= entry instanceof UserSaid;
    // What was settled afterwards does not begin the run anew.
    ended = entry instanceof RunEnded || (ended && entry instanceof Settled);
  }

  /** The last run's id; empty before the first. */
  String lastRun() {
    return lastRun == null ? "" : lastRun;
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * The run that can go on.
   *
   * @throws IllegalArgumentException when there is none
   */
  String openRun() {
    if (lastRun == null || !said || ended) {
      throw new IllegalArgumentException(
          ended
              ? "the last run on this journal has ended: send a message to begin another"
              : lastRun == null
                  ? "the journal is empty: start a run on it"
                  : "the journal has a run in which nothing was said: start on a new journal");
    }
    return lastRun;
  }
}
