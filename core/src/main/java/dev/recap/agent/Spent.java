package dev.recap.agent;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.RunStarted;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the run that goes on has cost and heard so far: a projection of the journal. */
final class Spent {
  /** Who wrote what is paid for: the model, a summarizer of its own, or another by its name. */
  private static final String MODEL = "";

  private static final String WRITER = "\n";

  private final Model model;
  private final Model writer;
  private final Map<String, Optional<Prices>> prices = new TreeMap<>();
  private int said;
  private int turns;
  private long tokens;
  private double dollars;

  Spent(Setup setup) {
    this.model = setup.model();
    this.writer = setup.rules().compaction().summarizer().other().orElse(model);
  }

  /** Counts what an entry cost. */
  void count(Entry entry) {
    if (entry instanceof RunStarted) {
      prices.clear();
      said = 0;
      turns = 0;
      tokens = 0;
      dollars = 0;
    } else if (entry instanceof UserSaid) {
      said++;
    } else if (entry instanceof Replied replied) {
      turns++;
      spend(replied.reply().usage(), replied.reply().otherModel().orElse(MODEL));
    } else if (entry instanceof SummaryAsked asked) {
      spend(asked.usage(), asked.otherWriter().isPresent() ? WRITER : MODEL);
    }
  }

  private void spend(Usage usage, String by) {
    tokens += usage.totalTokens();
    Optional<Prices> at = prices.computeIfAbsent(by, this::prices);
    dollars += at.map(known -> known.cached(usage)).orElse(0.0);
  }

  private Optional<Prices> prices(String of) {
    ModelProfile its =
        switch (of) {
          case MODEL -> model.profile();
          case WRITER -> writer.profile();
          default -> model.profile(of);
        };
    return its.knownPrices();
  }

  /** For a snapshot, with the prices that were paid. */
  void write(Packer to) {
    to.number(said).number(turns).number(tokens).real(dollars);
    to.each(prices.entrySet(), paid -> to.text(paid.getKey()).text(paid.getValue().toString()));
  }

  /** Takes up what was written, if the same would be paid for it now. */
  boolean takesUp(Unpacker from) {
    int itsSaid = from.small();
    int itsTurns = from.small();
    long itsTokens = from.number();
    double itsDollars = from.real();
    Map<String, Optional<Prices>> its = new TreeMap<>();
    for (int left = from.small(); left > 0; left--) {
      String by = from.text();
      its.put(by, prices(by));
      if (!its.get(by).toString().equals(from.text())) {
        return false;
      }
    }
    prices.putAll(its);
    said = itsSaid;
    turns = itsTurns;
    tokens = itsTokens;
    dollars = itsDollars;
    return true;
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
