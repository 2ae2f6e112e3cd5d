package dev.recap.agent;

import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.Unsettled;
import dev.recap.projection.ProjectedJournal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a run is over, and how. */
record Finish(Setup.Rules rules, ProjectedJournal journal, RunScope scope) {
  private static final int MOST_REMINDERS = 2;

  /**
   * A final answer ends the run, unless an effect is unknown or a check finds something left; of
   * the latter the model is reminded at most twice.
   */
  Optional<RunResult> answered(String text) {
    Optional<RunResult> unsettled = unsettled();
    if (unsettled.isPresent()) {
      return unsettled;
    }
    String left =
        rules.checks().stream()
            .flatMap(check -> check.left(journal.ledger()).stream())
            .collect(Collectors.joining("; "));
    if (left.isEmpty()) {
      return Optional.of(new RunResult.Answered(text));
    }
    if (scope.spent().reminders() >= MOST_REMINDERS) {
      return Optional.of(new RunResult.Unfinished(text, left));
    }
    journal.append(
        new UserSaid("The task is not finished: %s. Please go on.".formatted(left), false));
    return Optional.empty();
  }

  Optional<RunResult> limitReached() {
    return scope.spent().over(rules.limits());
  }

  /** Where the caller wants it so, an unknown effect stops the run before the agent yields. */
  Optional<RunResult> afterTools() {
    return rules.pausesAtOnce() ? unsettled() : Optional.empty();
  }

  /** The pause over effects of this run of which nobody knows; empty when there are none. */
  private Optional<RunResult> unsettled() {
    List<LedgerEffect> now =
        journal.ledger().unsettledCalls().stream()
            .filter(call -> call.runId().equals(scope.id()))
            .map(Unsettled::effect)
            .filter(LedgerEffect::blocks)
            .toList();
    return now.isEmpty() ? Optional.empty() : Optional.of(new RunResult.UnsettledEffect(now));
  }

  /**
   * Ends the last run, if it has not ended but pauses over an effect, as soon as another begins.
   *
   * @throws IllegalArgumentException when it can still go on, or there is none
   */
  void makeWay() {
    if (scope.hasEnded()) {
      return;
    }
    scope.checkOpen();
    RunResult pause = unsettled().orElse(null);
    if (pause == null || !journal.view().unanswered().isEmpty()) {
      throw new IllegalArgumentException("the last run on this journal has not ended: resume it");
    }
    journal.hold(new RunEnded(pause.name()));
  }
}
