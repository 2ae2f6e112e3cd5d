package dev.recap.compaction;

import dev.recap.ledger.Ledger;
import dev.recap.model.Model;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a growing view: when it is due and which stages are tried, in order, until the
 * target is met.
 *
 * <p>Immutable; each method gives another one.
 */
public record Compaction(
    Trigger trigger, List<Stage> stages, Terms terms, Summarizer summarizer, Economy economy) {
  private static final double STANDARD_GAIN = 0.10;

  /**
   * What has to come of it.
   *
   * @param minimumGain the share of tokens that a stage under pressure must save to be accepted
   * @param targetTokens stages are tried until the view is below; 0 for the trigger's threshold
   * @param record whether the head states what is on record; without it, the view after a summary
   *     is the task and the summary alone
   */
  public record Terms(double minimumGain, long targetTokens, boolean record) {
    public Terms {
      if (!(minimumGain >= 0 && minimumGain < 1)) {
        throw new IllegalArgumentException(
            "minimum gain is a share from 0 to below 1, but was " + minimumGain);
      }
      if (targetTokens < 0) {
        throw new IllegalArgumentException(
            "target must be 1 token or more, or 0 for the threshold, but was " + targetTokens);
      }
    }
  }

  /**
   * Who writes summaries, and what becomes of their text.
   *
   * @param model null for the agent's own
   * @param redaction what is kept from who writes
   * @param filter applied to what was written, before it stands in the view
   */
  public record Summarizer(
      @Nullable Model model, Redaction redaction, UnaryOperator<String> filter) {
    /** The agent's own model, which sees everything; its words stand byte for byte. */
    public static final Summarizer OWN =
        new Summarizer(null, Redaction.NONE, UnaryOperator.identity());

    public Summarizer {
      Objects.requireNonNull(redaction, "redaction");
      Objects.requireNonNull(filter, "filter");
    }

    /** Another model than the agent's. */
    public Optional<Model> other() {
      return Optional.ofNullable(model);
    }
  }

  /**
   * Takes out of a text what must not reach a summarizer: names, addresses, card numbers. It is
   * given every text of a summary request, argument values and tool results one by one, and then
   * what the summarizer wrote.
   *
   * <p>Used on the run's thread. What it throws means that there is no summary this time: no text
   * is sent unredacted, and none gets into a summary.
   */
  @FunctionalInterface
  public interface Redaction {

    /** Leaves every text as it is. */
    Redaction NONE = text -> text;

    /** The text without it; the same text where there is nothing to take out. */
    String redact(String text);
  }

  /**
   * What is weighed before a compaction, and over how many turns.
   *
   * @param everyStage whether every stage under pressure has to pay, unless the window forces it;
   *     otherwise those of which the stage says so
   */
  public record Economy(Forecast forecast, boolean everyStage) {
    /** As long again as so far, and clearing alone has to pay. */
    public static final Economy STANDARD = new Economy(Forecast.asLongAgain(), false);

    public Economy {
      Objects.requireNonNull(forecast, "forecast");
    }
  }

  /**
   * How much work is still to come, as far as the caller knows. Compactions that cost something now
   * and save something each turn are weighed by it.
   */
  @FunctionalInterface
  public interface Forecast {

    /**
     * Turns still to come, 0 or more.
     *
     * @param turnsSoFar of the whole conversation
     */
    double turnsLeft(Ledger ledger, int turnsSoFar);

    /** For want of anything better: as long again as it has taken so far. */
    static Forecast asLongAgain() {
      return (ledger, turnsSoFar) -> turnsSoFar;
    }

    /**
     * So many items, each as long as those so far; an open one counts as half done.
     *
     * @param itemsLeft items that are not closed yet, asked whenever something is weighed
     */
    static Forecast items(IntSupplier itemsLeft) {
      return (ledger, turnsSoFar) -> {
        double half = ledger.open().size() / 2.0;
        return ledger.closedItems() == 0
            ? turnsSoFar
            : Math.max(0, itemsLeft.getAsInt() - half) * turnsSoFar / (ledger.closedItems() + half);
      };
    }
  }

  public Compaction {
    Objects.requireNonNull(trigger, "trigger");
    stages = List.copyOf(stages);
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(summarizer, "summarizer");
    Objects.requireNonNull(economy, "economy");
  }

  /** Switched off: the view only grows. */
  public static Compaction none() {
    return with(new Trigger.Never());
  }

  /** The ladder under pressure where that suits the model, see {@link Trigger.Standard}. */
  public static Compaction standard() {
    return ladder(new Trigger.Standard());
  }

  /** The ladder, cheapest stage first, under pressure from this many tokens on. */
  public static Compaction atTokens(long tokens) {
    return ladder(new Trigger.AtTokens(tokens));
  }

  /** The ladder under pressure from this share of the window on. */
  public static Compaction atWindowShare(double share) {
    return ladder(new Trigger.AtWindowShare(share));
  }

  /** The ladder under pressure where the cost law has its optimum, at the end of a work item. */
  public static Compaction atOptimum() {
    return ladder(new Trigger.CostLaw());
  }

  /** The tutorial's behaviour alone: from this many tokens on, task and summary remain. */
  public static Compaction summary(long tokens) {
    return summary(tokens, SummarizeAll.PROMPT);
  }

  /** The same, asked for in the caller's words. */
  public static Compaction summary(long tokens, String prompt) {
    return with(new Trigger.AtTokens(tokens), new SummarizeAll(prompt)).record(false);
  }

  /** The same with other stages, tried in this order. */
  public Compaction stages(Stage... other) {
    return new Compaction(trigger, List.of(other), terms, summarizer, economy);
  }

  /** The same with another share that a stage under pressure must save; 0 accepts any saving. */
  public Compaction minimumGain(double share) {
    return terms(new Terms(share, terms.targetTokens(), terms.record()));
  }

  /**
   * The same that, once it is due, goes on to the next stage until the view is below this many
   * tokens; a number above the threshold counts as the threshold.
   */
  public Compaction target(long tokens) {
    if (tokens < 1) {
      throw new IllegalArgumentException("target must be 1 token or more, but was " + tokens);
    }
    return terms(new Terms(terms.minimumGain(), tokens, terms.record()));
  }

  /** The same whose head states what is on record, or, for a summary alone, does not. */
  public Compaction record(boolean stated) {
    return terms(new Terms(terms.minimumGain(), terms.targetTokens(), stated));
  }

  /**
   * The same with summaries written by another model than the agent's. It is sent what the agent's
   * model would be, without signed thinking, and reads nothing from that model's cache.
   */
  public Compaction summaryModel(Model model) {
    return summarizer(new Summarizer(model, summarizer.redaction(), summarizer.filter()));
  }

  /** The same with every text of a summary request, and the summary itself, put through this. */
  public Compaction redaction(Redaction redaction) {
    return summarizer(new Summarizer(summarizer.model(), redaction, summarizer.filter()));
  }

  /**
   * The same with what a model wrote put through this before it stands in the view. A summary for
   * which it throws is not used.
   */
  public Compaction summaryFilter(UnaryOperator<String> filter) {
    return summarizer(new Summarizer(summarizer.model(), summarizer.redaction(), filter));
  }

  /** The same with what the caller knows of the work to come. */
  public Compaction forecast(Forecast forecast) {
    return economy(new Economy(forecast, economy.everyStage()));
  }

  /** The same where every stage under pressure has to pay, unless the window forces it. */
  public Compaction onlyIfItPays() {
    return economy(new Economy(economy.forecast(), true));
  }

  private Compaction terms(Terms other) {
    return new Compaction(trigger, stages, other, summarizer, economy);
  }

  private Compaction summarizer(Summarizer other) {
    return new Compaction(trigger, stages, terms, other, economy);
  }

  private Compaction economy(Economy other) {
    return new Compaction(trigger, stages, terms, summarizer, other);
  }

  private static Compaction ladder(Trigger trigger) {
    return with(
        trigger,
        new Fold(),
        new ForgetThinking(),
        new ClearToolResults(),
        new Summarize(),
        new Trim());
  }

  private static Compaction with(Trigger trigger, Stage... stages) {
    return new Compaction(
        trigger,
        List.of(stages),
        new Terms(STANDARD_GAIN, 0, true),
        Summarizer.OWN,
        Economy.STANDARD);
  }
}
