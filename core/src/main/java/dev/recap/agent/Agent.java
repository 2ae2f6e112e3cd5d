package dev.recap.agent;

import dev.recap.conversation.Media;
import dev.recap.erasure.Erasure;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.UserSaid;
import dev.recap.model.Model;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A model, its tools and the rules of its runs. Immutable and safe for many threads; each run
 * belongs to one.
 */
public final class Agent {
  private static final int SECRET_BYTES = 32;

  private final Setup setup;
  private final List<Object> given;
  private final List<RunListener> listeners;
  private final Supplier<String> runIds;

  Agent(Setup setup, List<Object> given, List<RunListener> listeners, Supplier<String> runIds) {
    this.setup = setup;
    this.given = List.copyOf(given);
    this.listeners = List.copyOf(listeners);
    this.runIds = runIds;
  }

  /** Begins to describe an agent. */
  public static AgentBuilder builder(Model model) {
    return new AgentBuilder(model);
  }

  /**
   * The same agent, whose runs hand this value to their tools: who asks, for whom, with which
   * rights. The model never sees it, and no journal has it: give it again to a run that is resumed.
   * A tool finds it by its type, see {@link dev.recap.tool.CallContext#given}.
   */
  public Agent with(Object value) {
    List<Object> more = new ArrayList<>(given);
    more.addFirst(Objects.requireNonNull(value, "value"));
    return new Agent(setup, more, listeners, runIds);
  }

  /** Starts a run whose journal lives in memory. */
  public Run start(String task, Media... shown) {
    return start(Journal.inMemory(), task, shown);
  }

  /**
   * Starts a run on a journal of the caller's.
   *
   * @param task stays in view verbatim
   * @param shown images and documents that come with it; as the view grows a line takes their place
   *     and the tool {@code recall} shows them again
   * @throws IllegalArgumentException when the journal holds a conversation already
   */
  public Run start(Journal journal, String task, Media... shown) {
    if (journal.size() > 0) {
      throw new IllegalArgumentException(
          "the journal holds a conversation of %d entries already: resume it, or take a new one"
              .formatted(journal.size()));
    }
    return on(journal).begin(runIds.get(), new UserSaid(task, true, List.of(shown)));
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
    return on(journal).goOnWithLast();
  }

  /**
   * Says something more on a journal whose last run has ended: a new run. A run that pauses over an
   * unsettled effect ends by it.
   *
   * @throws IllegalArgumentException when there is no such run, or it can still go on
   */
  public Run send(Journal journal, String message, Media... shown) {
    Run run = on(journal);
    run.finish().makeWay();
    return run.begin(runIds.get(), new UserSaid(message, false, List.of(shown)));
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
  public void settle(Journal journal, IdempotencyKey key, Outcome outcome, String receipt) {
    on(journal).settle(key, outcome, receipt);
  }

  /**
   * Takes what a journal says of a work item out of it, for good, on a journal that no run is
   * using: arguments, results, keys, facts, what the model wrote meanwhile, and the item's key.
   * What was done stays, without its text and under a name that nobody can turn back. To be called
   * for every conversation that worked on the item; what they say of other items stays.
   *
   * @param by who wants it
   * @return the entry that says so, with the item's new name
   * @throws IllegalArgumentException when the item is not on record
   * @throws IllegalStateException when a call about it is not answered, or nobody knows what became
   *     of one
   */
  public static Entry.Erased erase(Journal journal, WorkItem item, String by, Instant at) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    var erasure = Erasure.of(journal.entries(), item, by, at, secret);
    journal.replace(erasure.entries());
    return erasure.done();
  }

  /**
   * What its runs are told and may do, as a hash for each part: {@code instructions}, and each tool
   * by its name. With another release of an application it tells what has changed.
   */
  public SortedMap<String, String> fingerprints() {
    return setup.fingerprints();
  }

  private Run on(Journal journal) {
    return new Run(this, setup, journal, new RunScope(given, listeners, setup));
  }
}
