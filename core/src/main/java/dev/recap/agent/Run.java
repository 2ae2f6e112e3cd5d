package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run, from a prompt until the agent yields. Iterate it for its turns, or ask for its {@link
 * #result} to run it to the end; each turn is made when it is asked for, on the asking thread.
 *
 * <p>It can be iterated once. Leaving early is fine: nothing more is asked, and the journal can be
 * resumed. When the model fails for good, the exception comes out of the iterator, and the same
 * iterator may go on. {@link #cancel} may be called from any thread, all else belongs to one.
 */
public final class Run implements Iterable<Turn>, AutoCloseable {
  private final Agent agent;
  private final Journal journal;
  private final FoldedJournal folded;
  private final AgentLoop loop;
  private final Finish finish;
  private final List<RunListener> listeners;
  private final Object turning = new Object();
  private boolean iterated;
  private boolean closed;
  private @Nullable RunResult result;
  private volatile boolean cancelled;
  private @Nullable Thread working;

  Run(Agent agent, Setup setup, Journal journal, String runId, List<RunListener> listeners) {
    this.agent = agent;
    this.journal = journal;
    this.listeners = listeners;
    this.folded = new FoldedJournal(journal, setup.frame().tokens(), this::appended);
    this.finish = new Finish(setup.rules(), folded, journal.entries());
    this.loop = new AgentLoop(setup, runId, folded, finish);
  }

  /**
   * The turns, each made when it is asked for.
   *
   * @throws IllegalStateException when the run was iterated before
   */
  @Override
  public Iterator<Turn> iterator() {
    if (iterated) {
      throw new IllegalStateException("a run can be iterated once; resume its journal to go on");
    }
    iterated = true;
    return new Turns();
  }

  /**
   * How the run ended; if it has not ended yet, runs it to the end.
   *
   * @throws IllegalStateException when the run was closed before it ended
   */
  public RunResult result() {
    iterated = true;
    while (result == null) {
      advance();
    }
    return result;
  }

  /**
   * Says something more after the run has ended: a new run on the same journal.
   *
   * @throws IllegalStateException when this run has not ended
   */
  public Run send(String message) {
    if (result == null) {
      throw new IllegalStateException("the run has not ended yet: finish or cancel it first");
    }
    return agent.send(journal, message);
  }

  /**
   * Asks for a compaction before the next request, whether or not it is due: every stage of the
   * policy is attempted in order, any saving is enough, and a rejected summary a moment ago does
   * not hold up another one. Each stage works on what the earlier ones left, so one that finds
   * nothing more to gain does nothing. The wish is not on record: a run that is resumed has
   * forgotten it.
   *
   * @throws IllegalStateException when the run has ended: there is no next request
   */
  public void compact() {
    if (result != null) {
      throw new IllegalStateException("the run has ended, so there is nothing to compact for");
    }
    loop.forceCompaction();
  }

  /** Stops the run as soon as it can be: its result is {@link RunResult.Cancelled}. */
  public void cancel() {
    synchronized (turning) {
      cancelled = true;
      if (working != null) {
        working.interrupt();
      }
    }
  }

  /** What was done so far. */
  public Ledger ledger() {
    return folded.ledger();
  }

  public Journal journal() {
    return journal;
  }

  /** Makes no further turn. A run that has not ended can be resumed from its journal. */
  @Override
  public void close() {
    closed = true;
  }

  /** Makes one more turn; null when there was none, and then the run has ended. */
  private @Nullable Turn advance() {
    if (closed) {
      throw new IllegalStateException("the run was closed; resume its journal to go on");
    }
    begin();
    try {
      return isStopped() ? end(null, new RunResult.Cancelled()) : step();
    } catch (ModelException failure) {
      if (failure.category() == ModelException.Category.INTERRUPTED) {
        return end(null, new RunResult.Cancelled());
      }
      throw failure;
    } finally {
      leaveOff();
    }
  }

  private void begin() {
    synchronized (turning) {
      working = Thread.currentThread();
    }
  }

  /** From here on cancelling cannot interrupt this thread, which goes on with other work. */
  private void leaveOff() {
    synchronized (turning) {
      working = null;
      if (cancelled) {
        // The flag is ours: cancel() set it.
        Thread.interrupted();
      }
    }
  }

  private @Nullable Turn step() {
    // A reply on record whose calls are open: the process stopped there, or a tool broke down.
    var over = loop.pickUp();
    if (over.isPresent()) {
      return end(null, over.get());
    }
    return switch (loop.turn()) {
      case AgentLoop.Step.GoesOn(var turn) ->
          isStopped() ? end(turn, new RunResult.Cancelled()) : turn;
      case AgentLoop.Step.Last(var turn, var how) -> end(turn, how);
      case AgentLoop.Step.NoReply(var how) -> end(null, how);
    };
  }

  private boolean isStopped() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  private @Nullable Turn end(@Nullable Turn last, RunResult how) {
    result = how;
    folded.append(new RunEnded(how.name()));
    return last;
  }

  private void appended(Entry entry) {
    finish.count(entry);
    listeners.forEach(listener -> listener.appended(entry));
  }

  private final class Turns implements Iterator<Turn> {
    private @Nullable Turn next;

    @Override
    public boolean hasNext() {
      if (next == null && result == null) {
        next = advance();
      }
      return next != null;
    }

    @Override
    public Turn next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the run has ended: " + result);
      }
      Turn turn = Objects.requireNonNull(next);
      next = null;
      return turn;
    }
  }
}
