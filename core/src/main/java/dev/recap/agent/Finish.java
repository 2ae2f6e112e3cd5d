package dev.recap.agent;

import dev.recap.context.FoldedJournal;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.NotesAsked;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Weighed;
import dev.recap.ledger.LedgerEffect;
import dev.recap.model.Prices;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether a run is over, and how. */
final class Finish {
  private static final int MOST_REMINDERS = 2;

  private final Setup.Rules rules;
  private final FoldedJournal journal;
  private final Optional<Prices> prices;
  private final Optional<Prices> writersPrices;
  private int lastTurnBefore;
  private int lastTurn;
  private int said;
  private int turns;
  private long tokens;
  private double dollars;

  /** Takes up what a run that is resumed has cost and heard so far. */
  Finish(Setup setup, FoldedJournal journal, List<Entry> soFar) {
    this.rules = setup.rules();
    this.prices = setup.model().profile().knownPrices();
    this.writersPrices =
        rules
            .compaction()
            .summariser()
            .other()
            .map(model -> model.profile().knownPrices())
            .orElse(prices);
    this.journal = journal;
    soFar.forEach(this::count);
  }

  /** Counts what an entry cost this run. */
  void count(Entry entry) {
    switch (entry) {
      case RunStarted started -> startAnew();
      case UserSaid message -> said++;
      case Replied replied -> {
        lastTurn = replied.turn();
        turns++;
        spend(replied.reply().usage(), prices);
      }
      case NotesAsked asked ->
          spend(asked.usage(), asked.otherWriter().isPresent() ? writersPrices : prices);
      case Decided decided -> {}
      case Intended intended -> {}
      case Answered answered -> {}
      case Settled settled -> {}
      case Compacted compacted -> {}
      case Weighed weighed -> {}
      case RunEnded ended -> {}
    }
  }

  private void spend(Usage usage, Optional<Prices> at) {
    tokens += usage.totalTokens();
    dollars += at.map(known -> known.cached(usage)).orElse(0.0);
  }

  private void startAnew() {
    lastTurnBefore = lastTurn;
    said = 0;
    turns = 0;
    tokens = 0;
    dollars = 0;
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
    // The first message of a run is the caller's; every other one was a reminder.
    if (said - 1 >= MOST_REMINDERS) {
      return Optional.of(new RunResult.Unfinished(text, left));
    }
    journal.append(
        new UserSaid("The task is not finished: %s. Please go on.".formatted(left), false));
    return Optional.empty();
  }

  Optional<RunResult> limitReached() {
    if (turns >= rules.limits().turns()) {
      return Optional.of(new RunResult.TurnLimitReached(turns));
    }
    if (tokens >= rules.limits().tokens()) {
      return Optional.of(new RunResult.TokenLimitReached(tokens));
    }
    return dollars >= rules.limits().dollars()
        ? Optional.of(new RunResult.MoneyLimitReached(dollars))
        : Optional.empty();
  }

  /** A call of this run whose outcome nobody knows ends it. */
  Optional<RunResult> unsettled() {
    List<LedgerEffect> now =
        journal.ledger().unsettled().stream().filter(e -> e.turn() > lastTurnBefore).toList();
    return now.isEmpty() ? Optional.empty() : Optional.of(new RunResult.UnsettledEffect(now));
  }
}
