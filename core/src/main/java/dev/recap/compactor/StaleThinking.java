package dev.recap.compactor;

import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.ThinkingVoided.Cause;
import dev.recap.model.ModelException;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The net under thinking that is bound to its prompt, for accounts and gateways that see a
 * difference where there should be none: what a provider refuses is put on record and not sent
 * again. It is asked once more, for a reply or for a summary, never twice for the same.
 */
public final class StaleThinking {
  private static final Logger LOG = LoggerFactory.getLogger(StaleThinking.class);

  private StaleThinking() {}

  /** Where a conversation goes on under another prompt than its own, its thinking leaves. */
  public static void leaveUnder(String prompt, ProjectedJournal journal) {
    View view = journal.view();
    boolean another = view.prompt().map(own -> !own.equals(prompt)).orElseGet(view::holdsThinking);
    if (another) {
      journal.append(new ThinkingVoided(Cause.ANOTHER_PROMPT, prompt));
    }
  }

  /** Whether the failure is about thinking, and the next request is another one. */
  public static boolean isMended(RuntimeException failure, ProjectedJournal journal) {
    if (!(failure instanceof ModelException refusal)) {
      return false;
    }
    View view = journal.view();
    Cause cause =
        switch (refusal.category()) {
          case STALE_THINKING -> view.holdsThinking() ? Cause.REFUSED : null;
          case MISSING_THINKING -> view.wantsNewest() ? null : Cause.WANTED_BACK;
          default -> null;
        };
    if (cause == null) {
      return false;
    }
    LOG.warn(
        "thinking was refused ({}); {} and the model is asked once more",
        refusal.getMessage(),
        cause == Cause.REFUSED
            ? "all of it leaves for good"
            : "the last reply goes back with its own");
    journal.append(new ThinkingVoided(cause, null));
    return true;
  }
}
