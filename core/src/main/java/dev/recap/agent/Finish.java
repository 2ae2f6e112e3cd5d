package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.journal.Entry;
import dev.recap.journal.NotesAsked;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.LedgerEffect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a run is over, and how. */
final class Finish {
  private static final int MOST_REMINDERS = 2;

  private final Setup.Rules rules;
  private final FoldedJournal journal;
  private final List<LedgerEffect> unsettledBefore;
  private int reminders;
  private int turns;
  private long tokens;

  Finish(Setup.Rules rules, FoldedJournal journal) {
    this.rules = rules;
    this.journal = journal;
    this.unsettledBefore = journal.ledger().unsettled();
  }

  /** Counts what an entry cost this run. */
  void count(Entry entry) {
    if (entry instanceof Replied replied) {
      turns++;
      tokens += replied.reply().usage().totalTokens();
    }
    if (entry instanceof NotesAsked asked) {
      tokens += asked.usage().totalTokens();
    }
  }

  /** A final answer ends the run unless a check finds something left, at most twice. */
  Optional<RunResult> answered(String text) {
    String left =
        rules.checks().stream()
            .flatMap(check -> check.left(journal.ledger()).stream())
            .collect(Collectors.joining("; "));
    if (left.isEmpty()) {
      return Optional.of(new RunResult.Answered(text));
    }
    if (reminders == MOST_REMINDERS) {
      return Optional.of(new RunResult.Unfinished(text, left));
    }
    reminders++;
    journal.append(
        new UserSaid("The task is not finished: %s. Please go on.".formatted(left), false));
    return Optional.empty();
  }

  Optional<RunResult> limitReached() {
    if (turns >= rules.limits().turns()) {
      return Optional.of(new RunResult.TurnLimitReached(turns));
    }
    return tokens >= rules.limits().tokens()
        ? Optional.of(new RunResult.TokenLimitReached(tokens))
        : Optional.empty();
  }

  /** A call of this run whose outcome nobody knows ends it. */
  Optional<RunResult> unsettled() {
    List<LedgerEffect> now =
        journal.ledger().unsettled().stream().filter(e -> !unsettledBefore.contains(e)).toList();
    return now.isEmpty() ? Optional.empty() : Optional.of(new RunResult.UnsettledEffect(now));
  }
}
