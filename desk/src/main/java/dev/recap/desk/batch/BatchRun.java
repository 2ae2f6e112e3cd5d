package dev.recap.desk.batch;

import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.batch.QueueWorker.Next;
import dev.recap.desk.tools.DeskTask;
import dev.recap.journal.JournalException;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.storage.SqlJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;

/**
 * A process's work on a batch. It may die at any point: another one goes on where the journals end.
 *
 * @param says what people should know while they wait
 */
public record BatchRun(Workshop shop, Stop stop, Consumer<String> says) {

  /** How the work of one conversation, or of all, came to rest. */
  private record Rest(State state, String remark) {
    static final Rest STOPPED = new Rest(State.STOPPED, "");

    /** The one that says more: the later of the two in {@link State}. */
    Rest or(Rest other) {
      return state.compareTo(other.state) >= 0 ? this : other;
    }
  }

  /**
   * Works a batch until it is over, or comes to rest for another reason.
   *
   * @return the batch as it stands then, on record
   * @throws IllegalArgumentException when it is over, or the budget is in dollars for a model of
   *     unknown price
   * @throws JournalException when somebody else works it, naming the process
   */
  public Batch work(String id) {
    Batch batch = shop.batches().get(id);
    if (batch.state().isOver()) {
      throw new IllegalArgumentException(
          "batch '%s' is %s: there is nothing to go on with"
              .formatted(id, batch.state().name().toLowerCase(Locale.ROOT)));
    }
    List<SqlJournal> journals = new ArrayList<>();
    try {
      var takeover = new Takeover(shop.store(), stop, says);
      for (String conversation : batch.conversations()) {
        Optional<SqlJournal> taken = takeover.take(conversation);
        if (taken.isEmpty()) {
          return batch;
        }
        journals.add(taken.get());
      }
      Rest rest = work(batch, journals);
      shop.batches().state(id, rest.state, rest.remark);
    } finally {
      journals.forEach(SqlJournal::close);
    }
    return shop.batches().get(id);
  }

  private Rest work(Batch batch, List<SqlJournal> journals) {
    Model model = shop.model().get();
    String name = model.profile().name();
    Spent before = Spent.NOTHING;
    for (SqlJournal journal : journals) {
      before =
          before.plus(WorkRecord.of(each -> journal.read(0, each), name, model::profile).spent());
    }
    Model paid = PaidModel.of(model, new Till(batch.budget(), before), batch.budget());
    Agent agent =
        Workshop.agent(paid, shop.tools(), shop.tickets(), batch.settings(), shop.brief());
    String lot = shop.brief().lot();
    int queue = Math.max(1, shop.tickets().counts(lot).total());
    var worker = new QueueWorker(agent, shop.tickets(), lot, DeskTask.forTickets(queue));
    shop.batches().state(batch.id(), State.RUNNING, "by " + ProcessName.ofThisOne().text());
    List<Callable<Rest>> work =
        journals.stream().<Callable<Rest>>map(j -> () -> work(batch, worker, j)).toList();
    return sideBySide(work);
  }

  private static Rest sideBySide(List<Callable<Rest>> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Rest all = new Rest(State.DONE, "");
      for (Future<Rest> one : threads.invokeAll(work)) {
        all = one.get().or(all);
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Rest.STOPPED;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker broke down: " + e.getCause(), e.getCause());
    }
  }

  private Rest work(Batch batch, QueueWorker worker, SqlJournal journal) {
    try {
      Optional<RunResult> result = worker.work(journal, () -> next(batch.id()));
      if (result.isPresent() && result.get() instanceof RunResult.Cancelled) {
        return cancelled(batch.id(), journal);
      }
      return result.map(BatchRun::rest).orElse(Rest.STOPPED);
    } catch (Till.Empty empty) {
      return new Rest(State.OVER_BUDGET, String.valueOf(empty.getMessage()));
    } catch (ModelException | JournalException | JdbiException failure) {
      // The others leave off, too: what failed here fails them next.
      stop.ask();
      return new Rest(State.FAILED, String.valueOf(failure.getMessage()));
    }
  }

  private Next next(String id) {
    if (stop.isAsked()) {
      return Next.LEAVE_OFF;
    }
    return shop.batches().cancelled(id).isPresent() ? Next.END : Next.GO_ON;
  }

  private Rest cancelled(String id, SqlJournal journal) {
    giveBack(journal.conversation());
    return shop.batches()
        .cancelled(id)
        .map(by -> new Rest(State.CANCELLED, "by " + by))
        .orElse(Rest.STOPPED);
  }

  private static Rest rest(RunResult result) {
    return switch (result) {
      case RunResult.Answered answered -> new Rest(State.DONE, "");
      case RunResult.Unfinished(var text, var left) -> new Rest(State.UNFINISHED, left);
      case RunResult.Refused refused -> unfinished("the model declined");
      case RunResult.Truncated truncated -> unfinished("the last reply was cut off");
      case RunResult.TurnLimitReached(int turns) -> unfinished("it took %d turns".formatted(turns));
      case RunResult.TokenLimitReached limit -> unfinished("the limit on tokens was reached");
      case RunResult.MoneyLimitReached limit -> unfinished("the limit in money was reached");
      case RunResult.WindowExceeded(var reason) -> unfinished(reason);
      case RunResult.UnsettledEffect(var effects) ->
          new Rest(State.WAITING, "nobody knows what became of %d calls".formatted(effects.size()));
      case RunResult.ApprovalNeeded(var calls) ->
          new Rest(State.WAITING, "%d calls need a yes".formatted(calls.size()));
      case RunResult.Cancelled cancelled -> Rest.STOPPED;
    };
  }

  private static Rest unfinished(String why) {
    return new Rest(State.UNFINISHED, why);
  }

  /**
   * Ends a batch for good. One that a process works ends after the turn in hand; of another one the
   * tickets in hand go back into the queue at once.
   *
   * @return whether it has ended by now
   */
  public boolean cancel(String id, String by) {
    Batch batch = shop.batches().get(id);
    if (batch.state().isOver()) {
      throw new IllegalArgumentException("batch '%s' is over already".formatted(id));
    }
    shop.batches().cancelled(id, by);
    boolean rests =
        batch.conversations().stream()
            .flatMap(conversation -> shop.store().holder(conversation).stream())
            .noneMatch(Progress::mayBeAlive);
    if (rests) {
      batch.conversations().forEach(this::giveBack);
      shop.batches().state(id, State.CANCELLED, "by " + by);
    }
    return rests;
  }

  private void giveBack(String conversation) {
    var runs =
        new Object() {
          Runs now = Runs.NONE;
        };
    shop.store().read(conversation, 0, entry -> runs.now = runs.now.after(entry));
    shop.tickets().giveBack(runs.now.last());
  }
}
