package dev.recap.agent;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.UserSaid;
import dev.recap.model.Model;
import java.util.List;
import java.util.function.Supplier;

/**
 * A model, its tools and the rules of its runs. Immutable and safe for many threads; each run
 * belongs to one.
 */
public final class Agent {
  private final Setup setup;
  private final List<RunListener> listeners;
  private final Supplier<String> runIds;

  Agent(Setup setup, List<RunListener> listeners, Supplier<String> runIds) {
    this.setup = setup;
    this.listeners = List.copyOf(listeners);
    this.runIds = runIds;
  }

  /** Begins to describe an agent. */
  public static AgentBuilder builder(Model model) {
    return new AgentBuilder(model);
  }

  /** Starts a run whose journal lives in memory. */
  public Run start(String task) {
    return start(Journal.inMemory(), task);
  }

  /**
   * Starts a run on a journal of the caller's.
   *
   * @throws IllegalArgumentException when the journal holds a conversation already
   */
  public Run start(Journal journal, String task) {
    if (!journal.entries().isEmpty()) {
      throw new IllegalArgumentException(
          "the journal holds a conversation of %d entries already: resume it, or take a new one"
              .formatted(journal.entries().size()));
    }
    return newRun(journal, new UserSaid(task, true));
  }

  /**
   * Goes on with a run that was left or killed. A reply on record is not asked for again, and no
   * confirmed effect is repeated; a call that was running when the process died is run again only
   * if that is harmless.
   *
   * @throws IllegalArgumentException when there is no run to go on with
   */
  public Run resume(Journal journal) {
    List<Entry> entries = journal.entries();
    if (entries.isEmpty() || entries.getLast() instanceof RunEnded) {
      throw new IllegalArgumentException(
          entries.isEmpty()
              ? "the journal is empty: start a run on it"
              : "the last run on this journal has ended: send a message to begin another");
    }
    if (entries.stream().noneMatch(UserSaid.class::isInstance)) {
      throw new IllegalArgumentException(
          "the journal has a run in which nothing was said: start on a new journal");
    }
    String runId =
        entries.reversed().stream()
            .filter(RunStarted.class::isInstance)
            .map(entry -> ((RunStarted) entry).runId())
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the journal has no run-started entry"));
    return new Run(this, setup, journal, runId, listeners);
  }

  /**
   * Says something more on a journal whose last run has ended: a new run.
   *
   * @throws IllegalArgumentException when there is no such run, or it can still go on
   */
  public Run send(Journal journal, String message) {
    List<Entry> entries = journal.entries();
    if (entries.isEmpty() || !(entries.getLast() instanceof RunEnded)) {
      throw new IllegalArgumentException(
          entries.isEmpty()
              ? "the journal is empty: start a run on it"
              : "the last run on this journal has not ended: resume it");
    }
    return newRun(journal, new UserSaid(message, false));
  }

  private Run newRun(Journal journal, UserSaid first) {
    String runId = runIds.get();
    append(journal, new RunStarted(runId, setup.clock().instant()));
    append(journal, first);
    return new Run(this, setup, journal, runId, listeners);
  }

  private void append(Journal journal, Entry entry) {
    journal.append(entry);
    listeners.forEach(listener -> listener.appended(entry));
  }
}
