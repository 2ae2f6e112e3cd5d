package dev.recap.agent;

import dev.recap.context.ContextView;
import dev.recap.context.FoldedJournal;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.model.Model;
import dev.recap.tool.Toolbox;
import dev.recap.work.EffectKey;
import dev.recap.work.Outcome;
import java.util.List;
import java.util.Optional;
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
   * Goes on with a run that was left, was killed, or pauses. A reply on record is not asked for
   * again, and no confirmed effect is repeated; a call that was running when the process died is
   * answered with what its look-up says, or run again if that is harmless. While a call of the run
   * is unsettled it pauses again at once with {@link RunResult.UnsettledEffect}.
   *
   * @throws IllegalArgumentException when there is no run to go on with
   */
  public Run resume(Journal journal) {
    List<Entry> entries = journal.entries();
    if (entries.isEmpty() || hasEnded(entries)) {
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
        lastRun(entries)
            .orElseThrow(
                () -> new IllegalArgumentException("the journal has no run-started entry"));
    return new Run(this, setup, journal, runId, listeners);
  }

  /**
   * Says something more on a journal whose last run has ended: a new run. A run that pauses over an
   * unsettled effect ends by it.
   *
   * @throws IllegalArgumentException when there is no such run, or it can still go on
   */
  public Run send(Journal journal, String message) {
    List<Entry> entries = journal.entries();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("the journal is empty: start a run on it");
    }
    if (!hasEnded(entries)) {
      if (!pausesOverAnEffect(entries)) {
        throw new IllegalArgumentException("the last run on this journal has not ended: resume it");
      }
      append(journal, new RunEnded(RunResult.UnsettledEffect.class.getSimpleName()));
    }
    return newRun(journal, new UserSaid(message, false));
  }

  /**
   * Says what became of a call of which nobody knew, on a journal that no run is using. A run that
   * paused over it can then be resumed; one that has ended can be sent a message.
   *
   * @param outcome confirmed, or failed: the call may then be made again
   * @param receipt what the model is told of it; may be empty
   * @throws IllegalArgumentException when nothing is unsettled under this key, or the outcome is
   *     unknown
   */
  public void settle(Journal journal, EffectKey key, Outcome outcome, String receipt) {
    var folded =
        new FoldedJournal(
            journal,
            setup.frame().tokens(),
            entry -> listeners.forEach(listener -> listener.appended(entry)));
    Toolbox tools = setup.tools().over(folded);
    var settling = new Settling(tools, new ItemChanges(tools));
    settling.byCaller(key, outcome, receipt, folded);
  }

  /** What was settled afterwards does not begin the run anew. */
  private static boolean hasEnded(List<Entry> entries) {
    return entries.reversed().stream()
        .filter(entry -> !(entry instanceof Settled))
        .findFirst()
        .filter(RunEnded.class::isInstance)
        .isPresent();
  }

  private static boolean pausesOverAnEffect(List<Entry> entries) {
    String runId = lastRun(entries).orElse("");
    return ContextView.of(entries, 0).unanswered().isEmpty()
        && Ledger.of(entries).unsettledCalls().stream().anyMatch(c -> c.runId().equals(runId));
  }

  private static Optional<String> lastRun(List<Entry> entries) {
    return entries.reversed().stream()
        .filter(RunStarted.class::isInstance)
        .map(entry -> ((RunStarted) entry).runId())
        .findFirst();
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
