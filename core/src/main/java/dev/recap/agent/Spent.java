package dev.recap.agent;

import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.RunStarted;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.Prices;
import java.util.Optional;

/** What the run that goes on has cost and heard so far: a projection of the journal. */
final class Spent {
  private final Model model;
  private final Optional<Prices> writersPrices;
  private int said;
  private int turns;
  private long tokens;
  private double dollars;

  Spent(Setup setup) {
    this.model = setup.model();
    Optional<Model> writer = setup.rules().compaction().summarizer().other();
    this.writersPrices =
        writer
            .map(model -> model.profile().knownPrices())
            .orElseGet(() -> model.profile().knownPrices());
  }

  /** Counts what an entry cost. */
  void count(Entry entry) {
    if (entry instanceof RunStarted) {
      said = 0;
      turns = 0;
      tokens = 0;
      dollars = 0;
    } else if (entry instanceof UserSaid) {
      said++;
    } else if (entry instanceof Replied replied) {
      turns++;
      ModelReply reply = replied.reply();
      ModelProfile its = reply.otherModel().map(model::profile).orElseGet(model::profile);
      spend(reply.usage(), its.knownPrices());
    } else if (entry instanceof SummaryAsked asked) {
      spend(
          asked.usage(),
          asked.otherWriter().isPresent() ? writersPrices : model.profile().knownPrices());
    }
  }

  private void spend(Usage usage, Optional<Prices> at) {
    tokens += usage.totalTokens();
    dollars += at.map(known -> known.cached(usage)).orElse(0.0);
  }

  /** The first message of a run is the caller's; every other one was a reminder. */
  int reminders() {
    return said - 1;
  }

  /** Which limit is reached. */
  Optional<RunResult> over(Limits limits) {
    if (turns >= limits.turns()) {
      return Optional.of(new RunResult.TurnLimitReached(turns));
    }
    if (tokens >= limits.tokens()) {
      return Optional.of(new RunResult.TokenLimitReached(tokens));
    }
    return dollars >= limits.dollars()
        ? Optional.of(new RunResult.MoneyLimitReached(dollars))
        : Optional.empty();
  }
}
