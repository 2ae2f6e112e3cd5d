package dev.recap.tool.batch;

import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to a call that did not come to an answer of its own: what may have happened. */
final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private Ending() {}

  /** The tool threw this. */
  static ToolAnswer thrown(Attempt attempt, Throwable thrown) {
    String said = message(thrown);
    if (thrown instanceof ToolFailure) {
      return failed(attempt, said);
    }
    String name = attempt.call.tool();
    LOG.warn("tool '{}' threw {}; its answer says so", name, said);
    String failure = "%s failed: %s".formatted(name, said);
    return attempt.tool.nothingHappened(thrown) || !attempt.mayHaveHappened()
        ? failed(attempt, failure)
        : unclear(attempt, "%s broke off: %s".formatted(name, said), failure);
  }

  /** What an exception says; of one that cannot even say that, its name. */
  private static String message(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    try {
      return thrown.getMessage() == null ? name : thrown.getMessage();
    } catch (RuntimeException | Error broken) {
      return name;
    }
  }

  /** Nobody waits for it any longer. */
  static ToolAnswer givenUp(Attempt attempt, String what) {
    String text = "%s %s".formatted(attempt.call.tool(), what);
    return attempt.mayHaveHappened()
        ? unclear(attempt, text, text + "; it changes nothing and may be called again.")
        : failed(
            attempt, text + " before it had begun; it was not executed and may be called again.");
  }

  private static ToolAnswer unclear(Attempt attempt, String ofChange, String ofRead) {
    String after =
        switch (attempt.tool.declaration().effect()) {
          case READ_ONLY -> "";
          case IDEMPOTENT -> ". It may have taken effect, and may be called again.";
          case ONCE, UNDECLARED ->
              ". Nobody knows yet whether it took effect; it must not be tried again blindly.";
        };
    return after.isEmpty()
        ? failed(attempt, ofRead)
        : new ToolAnswer(attempt.call.callId(), ofChange + after, Outcome.UNKNOWN, null);
  }

  private static ToolAnswer failed(Attempt attempt, String text) {
    return ToolAnswer.failed(attempt.call.callId(), text);
  }
}
