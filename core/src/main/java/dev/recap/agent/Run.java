package dev.recap.agent;

import dev.recap.compactor.StaleThinking;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Decided;
import dev.recap.journal.Journal;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.model.ModelException;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import dev.recap.recall.RecallQuery;
import dev.recap.recall.originals.Recall;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, from a prompt until the agent yields. Iterate it for its turns, or ask for its {@link
 * #result} to run it to the end; each turn is made when it is asked for, on the asking thread.
 *
 * <p>It can be iterated once, and once more after each {@link RunResult#pauses pause} that was
 * answered. Leaving early is fine: nothing more is asked, and the journal can be resumed. When the
 * model fails for good, the exception comes out of the iterator, and the same iterator may go on.
 * {@link #cancel} may be called from any thread, all else belongs to one.
 */
public final class Run implements Iterable<Turn>, AutoCloseable {
  private final Agent agent;
  private final Journal journal;
  private final ProjectedJournal projected;
  private final Finish finish;
  private final OpenCalls calls;
  private final AgentLoop loop;
  private final RunScope scope;
  private final String prompt;
  private final InstantSource clock;
  private final Object turning = new Object();
  private boolean iterated;
  private boolean closed;
  private @Nullable RunResult result;
  private volatile boolean cancelled;
  private @Nullable Thread working;

  Run(Agent agent, Setup setup, Journal journal, RunScope scope) {
    setup.checkLease(journal);
    this.agent = agent;
    this.journal = journal;
    this.scope = scope;
    this.clock = setup.clock();
    this.prompt = setup.frame().fingerprint(setup.model().profile());
    View empty = View.empty(setup.frame().tokens(), setup.model().profile());
    this.projected = new ProjectedJournal(journal, empty, scope);
    this.finish = new Finish(setup.rules(), projected, scope);
    this.calls = OpenCalls.in(projected, setup, scope);
    this.loop = new AgentLoop(setup, projected, calls, finish);
  }

  Finish finish() {
    return finish;
  }

  /** Goes on as a new run on the same journal. */
  Run begin(String newId, UserSaid first) {
    projected.append(List.of(new RunStarted(newId, clock.instant(), prompt), first));
    return this;
  }

  /** Goes on with the last run, perhaps with another model, other instructions or other tools. */
  Run goOnWithLast() {
    scope.checkOpen();
    StaleThinking.leaveUnder(prompt, projected);
    return this;
  }

  /** Unique among all runs that use the same tools. */
  public String id() {
    return scope.id();
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
    return new Turns(this);
  }

  /**
   * How the run ended, or why it pauses; if it has not ended yet, runs it to the end or the pause.
   *
   * @throws IllegalStateException when the run was closed before it ended
   */
  public RunResult result() {
    iterated = true;
    if (cancelled) {
      goOn();
    }
    while (result == null) {
      advance();
    }
    return result;
  }

  /**
   * Says something more after the run has ended: a new run on the same journal. A run that pauses
   * over an unsettled effect ends by it; the effect stays blocked until it is settled.
   *
   * @throws IllegalStateException when this run has not ended
   */
  public Run send(String message) {
    if (result == null || result instanceof RunResult.ApprovalNeeded) {
      throw new IllegalStateException(
          result == null
              ? "the run has not ended yet: finish or cancel it first"
              : "calls wait for a person: approve or deny them, or cancel the run first");
    }
    return agent.send(journal, message);
  }

  /**
   * Says what became of a call of which nobody knew, so that a run that paused over it goes on when
   * it is iterated or asked for its result again.
   *
   * @param outcome confirmed, or failed: the call may then be made again
   * @param receipt what the model is told of it; may be empty
   * @throws IllegalArgumentException when nothing is unsettled under this key, or the outcome is
   *     unknown
   */
  public void settle(IdempotencyKey key, Outcome outcome, String receipt) {
    calls.settling().byCaller(key, outcome, receipt);
    goOn();
  }

  /** The same for an effect of a {@link RunResult.UnsettledEffect}. */
  public void settle(LedgerEffect effect, Outcome outcome, String receipt) {
    settle(effect.key(), outcome, receipt);
  }

  /**
   * Lets a call run that waits for a person. Once all are decided, the run goes on when it is
   * iterated or asked for its result.
   *
   * @param by who says so, for the record
   * @throws IllegalArgumentException when no such call waits, or no longer
   */
  public void approve(ToolCall call, String by) {
    decide(call, true, "", by);
  }

  /**
   * Answers a call that waits for a person with an error instead of running it.
   *
   * @param by who says so, for the record
   * @param reason what the model is told; may be empty
   * @throws IllegalArgumentException when no such call waits, or no longer
   */
  public void deny(ToolCall call, String by, String reason) {
    decide(call, false, reason, by);
  }

  private void decide(ToolCall call, boolean approved, String reason, String by) {
    calls.approvals().decide(call, new Decided.Word(approved, reason, by, clock.instant()));
    goOn();
  }

  /** Takes a word that was said elsewhere before; also on a run that is about to go on. */
  public void decide(String callId, Decided.Word word) {
    calls.approvals().decide(callId, word);
    goOn();
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
    if (result != null && !result.pauses()) {
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

  public Ledger ledger() {
    return projected.ledger();
  }

  /**
   * What the model is told when it asks the tool {@code recall} for this now.
   *
   * @param item a work item's key, or any other key; empty for none
   * @param words in any order; empty for none
   */
  public String recall(String item, String words) {
    var query = new RecallQuery(item, words);
    return Recall.answer(projected.entries(), projected.view(), query);
  }

  public Journal journal() {
    return journal;
  }

  /** How it ended, or why it pauses; null while it goes on. */
  @Nullable RunResult soFar() {
    return result;
  }

  /** Makes no further turn. A run that has not ended can be resumed from its journal. */
  @Override
  public void close() {
    closed = true;
  }

  /** Makes one more turn; null when there was none, and then the run has ended. */
  @Nullable Turn advance() {
    if (closed) {
      throw new IllegalStateException("the run was closed; resume its journal to go on");
    }
    synchronized (turning) {
      working = Thread.currentThread();
    }
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
    AgentLoop.Step step = loop.turn();
    RunResult how =
        step.result() == null && isStopped() ? new RunResult.Cancelled() : step.result();
    return how == null ? step.turn() : end(step.turn(), how);
  }

  private boolean isStopped() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  private @Nullable Turn end(@Nullable Turn last, RunResult how) {
    result = how;
    if (how instanceof RunResult.Cancelled) {
      calls.abandon();
    }
    if (!how.pauses()) {
      projected.append(new RunEnded(how.name()));
    }
    scope.ended(how);
    return last;
  }

  private void goOn() {
    if (result != null && result.pauses()) {
      result = null;
      iterated = false;
    }
  }
}
