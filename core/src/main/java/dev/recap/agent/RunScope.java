package dev.recap.agent;

import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.Toolbox.PreparedCall;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose run it is: its id, what the caller gave to its tools, and who listens. */
record RunScope(String id, List<Object> given, List<RunListener> listeners) {
  private static final Logger LOG = LoggerFactory.getLogger(RunScope.class);

  /** The same for a call of an earlier run. */
  RunScope of(String otherRun) {
    return new RunScope(otherRun, given, listeners);
  }

  PreparedCall prepared(CheckedCall call, Intended intention) {
    return new PreparedCall(
        call, CallContext.of(id, intention.key(), call.spelled(), given.toArray()));
  }

  void appended(Entry entry) {
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
