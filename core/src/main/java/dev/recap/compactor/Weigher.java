package dev.recap.compactor;

import dev.recap.compaction.Compaction.Economy;
import dev.recap.compaction.Stage;
import dev.recap.compactor.Demand.Urgency;
import dev.recap.conversation.Usage;
import dev.recap.head.HeadWriter;
import dev.recap.journal.Weighed;
import dev.recap.journal.Weighed.Worth;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.View;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Weighs what a rewrite costs now against what it saves over the expected turns. Pure: it reads the
 * journal's projections and changes nothing.
 *
 * @param profile of the agent's model
 * @param writer of the model that writes summaries, if that is another
 */
record Weigher(
    Economy economy,
    ModelProfile profile,
    Optional<ModelProfile> writer,
    int maxOutputTokens,
    InstantSource clock) {
  /** From here on the window forces what money would forbid. */
  private static final double WINDOW_FORCES = 0.9;

  /**
   * What would leave has grown from nothing, which makes it a half; a little more folds in time.
   * With half some models pay 6 % too much, with all of it short queues 8 %: measured by {@code lab
   * models}.
   */
  private static final double RENT = 0.7;

  /** The estimate of a head is off by a few percent. */
  private static final double NEARLY = 0.95;

  private static final double CENTS = 100;
  private static final double MILLION = 1_000_000;

  Optional<Outlook> outlook(ProjectedJournal journal) {
    return Outlook.of(journal, profile, economy.forecast(), clock.instant());
  }

  /** Whether the stage has to pay, the view after it being this one. */
  boolean mustPay(Stage stage, Demand demand, View now, Supplier<View> after) {
    if (demand.isForced() || windowForces(now)) {
      return false;
    }
    return demand.urgency() == Urgency.IDLE
        ? headIsNotCacheable(now, after.get())
        : stage.mustPayBack() || economy.everyStage();
  }

  /** The window, or a price step that is near. */
  private boolean windowForces(View now) {
    return now.usedTokens() >= Threshold.beforeAStep(profile)
        || now.usedTokens() + maxOutputTokens >= profile.windowTokens() * WINDOW_FORCES;
  }

  private boolean headIsNotCacheable(View now, View after) {
    boolean caches = profile.knownPrices().map(Rates::of).filter(Rates::cacheHelps).isPresent();
    return caches && now.sharedTokens(after) < profile.cacheableMinimumTokens();
  }

  /** A rewrite that asks nobody. */
  Weighed weigh(Stage stage, Demand demand, ProjectedJournal journal, Outlook ahead, View after) {
    Worth worth = worth(ahead, journal.view(), after, 0, 0);
    boolean pays = worth.inputTokens() > 0;
    if (demand.urgency() == Urgency.IDLE && !ahead.carrying().cold()) {
      double whole = lossOfTheCache(ahead, journal.view(), after);
      double loss = whole / foldsToALoss(after);
      double rent = rentSoFar(ahead, journal, after);
      pays = worth.inputTokens() + whole - loss > 0;
      if (pays && rent < loss) {
        String words =
            "kept: carrying what would leave has cost %s since the last rewrite, and writing the rest anew would cost %s"
                .formatted(amount(rent), amount(loss));
        return new Weighed(stage.name(), false, worth, words);
      }
    }
    return new Weighed(stage.name(), pays, worth, words(pays, worth));
  }

  /** A rewrite for which a summary must be written first. */
  Weighed weighAsking(Stage stage, ProjectedJournal journal, Outlook ahead, View withoutText) {
    View view = journal.view();
    Worth worth = worth(ahead, view, withoutText, ahead.summaryTokens(), asking(ahead, view));
    boolean pays = worth.inputTokens() > 0;
    return new Weighed(stage.name(), pays, worth, words(pays, worth));
  }

  /** What an adopted rewrite is worth, the summary call at what it really cost. */
  Optional<Double> dollars(Outlook ahead, View view, View after, Usage asked) {
    Optional<Prices> own = profile.knownPrices();
    boolean ownWrote = writer.isEmpty() || asked.equals(Usage.NONE);
    Optional<Prices> writers = ownWrote ? own : writer.flatMap(ModelProfile::knownPrices);
    return own.isEmpty() || writers.isEmpty()
        ? Optional.empty()
        : worth(ahead, view, after, 0, 0)
            .knownDollars()
            .map(saved -> saved - writers.get().cached(asked));
  }

  private Worth worth(Outlook ahead, View view, View after, double more, double once) {
    Carrying carrying = ahead.carrying();
    double now = view.estimatedTokens();
    double then = after.estimatedTokens() + more;
    double saved =
        carrying.cost(now, Math.max(0, now - carrying.growthTokens()), ahead.turnsLeft())
            - carrying.cost(then, (double) view.sharedTokens(after), ahead.turnsLeft())
            - once;
    return new Worth(
        ahead.turnsLeft(),
        saved,
        profile.knownPrices().map(prices -> saved * prices.input() / MILLION).orElse(null));
  }

  /** The summary call: the unchanged prompt read from the cache, or sent anew to another model. */
  private double asking(Outlook ahead, View view) {
    Carrying carrying = ahead.carrying();
    double prompt = view.estimatedTokens();
    double summary = ahead.summaryTokens();
    if (writer.isPresent()) {
      double plain = prompt + Outlook.INSTRUCTION_TOKENS;
      return writer
          .get()
          .knownPrices()
          .flatMap(its ->
              profile
                  .knownPrices()
                  .map(own -> (plain * its.input() + summary * its.output()) / own.input()))
          .orElse(plain + carrying.rates().output() * summary);
    }
    double read =
        carrying.cold() ? 0 : carrying.cacheable(Math.max(0, prompt - carrying.growthTokens()));
    return carrying.rates().cacheRead() * read
        + (prompt - read)
        + Outlook.INSTRUCTION_TOKENS
        + carrying.rates().output() * summary;
  }

  /** What would leave has been carried since the last rewrite, from nothing up to its size. */
  private static double rentSoFar(Outlook ahead, ProjectedJournal journal, View after) {
    double now = journal.view().estimatedTokens();
    Carrying carrying = ahead.carrying();
    double rate = carrying.cacheable(now) > 0 ? carrying.rates().cacheRead() : 1;
    double gone = now - after.estimatedTokens();
    return RENT * rate * gone * journal.pace().turnsSinceRewrite();
  }

  /**
   * Where the head after this one can be cached, the next folds only add a line to it and lose
   * nothing until its lines roll up: the loss is theirs, too.
   */
  private int foldsToALoss(View after) {
    return after.leastTokens() >= NEARLY * profile.cacheableMinimumTokens()
        ? HeadWriter.LINES_BEFORE_ROLL_UP + 1
        : 1;
  }

  /** What a rewritten view costs more than if the cache held all of it but its last turn. */
  private static double lossOfTheCache(Outlook ahead, View view, View after) {
    Carrying real = ahead.carrying();
    var ideal = new Carrying(real.rates(), 0, real.growthTokens(), false);
    double then = after.estimatedTokens();
    return real.cost(then, (double) view.sharedTokens(after), ahead.turnsLeft())
        - ideal.cost(then, Math.max(0, then - real.growthTokens()), ahead.turnsLeft());
  }

  private String words(boolean pays, Worth worth) {
    double tokens = Math.abs(worth.inputTokens());
    return String.format(
        Locale.ROOT,
        pays ? "done: %.0f turns left, saves %s" : "kept: %.0f turns left, would cost %s more",
        worth.turnsLeft(),
        amount(tokens));
  }

  private String amount(double inputTokens) {
    return profile
        .knownPrices()
        .map(prices ->
            String.format(
                Locale.ROOT, "%.2f cents", inputTokens * prices.input() / MILLION * CENTS))
        .orElseGet(() -> String.format(Locale.ROOT, "%,.0f input tokens", inputTokens));
  }
}
