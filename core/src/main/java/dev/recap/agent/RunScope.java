package dev.recap.agent;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.Toolbox.PreparedCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose run it is, the last of a journal: its id, what its tools were given, who listens. */
final class RunScope implements ProjectedJournal.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RunScope.class);

  private final List<Object> given;
  private final List<RunListener> listeners;
  private final String recallTool;
  private final Spent spent;
  private final Set<String> begun = new HashSet<>();
  private String id = "";
  private boolean said;
  private boolean ended;

  RunScope(List<Object> given, List<RunListener> listeners, Setup setup) {
    this.given = given;
    this.listeners = listeners;
    this.recallTool = setup.frame().recallTool();
    this.spent = new Spent(setup);
  }

  /** The id of the journal's last run; empty before the first. */
  String id() {
    return id;
  }

  Spent spent() {
    return spent;
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Makes sure that the run can go on.
   *
   * @throws IllegalArgumentException when it cannot
   */
  void checkOpen() {
    if (id.isEmpty() || !said || ended) {
      throw new IllegalArgumentException(
          ended
              ? "the last run on this journal has ended: send a message to begin another"
              : id.isEmpty()
                  ? "the journal is empty: start a run on it"
                  : "the journal has a run in which nothing was said: start on a new journal");
    }
  }

  /** From here on a call runs in this process. */
  void begins(String callId) {
    begun.add(callId);
  }

  /** Whether it was this process, on behalf of this run, that began a call. */
  boolean hasBegun(String callId) {
    return begun.contains(callId);
  }

  /** Makes a call of this or an earlier run ready to run; recall reads the journal. */
  PreparedCall prepared(
      CheckedCall call, Intended intention, String runId, ProjectedJournal journal) {
    // No tool of the caller's is given what is the runtime's.
    Object[] its = call.call().tool().equals(recallTool) ? new Object[] {journal} : given.toArray();
    return new PreparedCall(call, CallContext.of(runId, intention.key(), call.spelled(), its));
  }

  @Override
  public void projected(Entry entry) {
    if (entry instanceof RunStarted started) {
      id = started.runId();
    }
    said |= entry instanceof UserSaid;
    // What was settled or erased afterwards does not begin the run anew.
    boolean adds = entry instanceof Settled || entry instanceof Entry.Erased;
    ended = entry instanceof RunEnded || (ended && adds);
    spent.count(entry);
  }

  @Override
  public byte[] heard() {
    Packer to = new Packer().text(id).flag(said).flag(ended);
    spent.write(to);
    return to.bytes();
  }

  @Override
  public boolean takesUp(byte[] heard) {
    var from = new Unpacker(heard);
    String itsId = from.text();
    boolean wasSaid = from.flag();
    boolean hadEnded = from.flag();
    if (!spent.takesUp(from)) {
      return false;
    }
    id = itsId;
    said = wasSaid;
    ended = hadEnded;
    return true;
  }

  @Override
  public void appended(Entry entry) {
    tell(listener -> listener.appended(id, entry));
  }

  void ended(RunResult result) {
    tell(listener -> listener.ended(id, result));
  }

  private void tell(Consumer<RunListener> event) {
    for (RunListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException | Error thrown) {
        LOG.warn("a listener of run {} threw; the run goes on", id, thrown);
      }
    }
  }
}
