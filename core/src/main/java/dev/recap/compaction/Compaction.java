package dev.recap.compaction;

import dev.recap.model.Model;
import java.util.List;
import java.util.Objects;

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
   */
  public record Terms(double minimumGain, long targetTokens) {
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

  public Compaction {
    Objects.requireNonNull(trigger, "trigger");
    stages = List.copyOf(stages);
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(summarizer, "summarizer");
    Objects.requireNonNull(economy, "economy");
  }

  /** Switched off: the view only grows. */
  public static Compaction none() {
    return new Compaction(
        new Trigger.Never(), List.of(), new Terms(0, 0), Summarizer.OWN, Economy.STANDARD);
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
    return with(new Trigger.AtTokens(tokens), new SummarizeAll(SummaryPrompt.forAll()));
  }

  /** The same with other stages, tried in this order. */
  public Compaction stages(Stage... other) {
    return new Compaction(trigger, List.of(other), terms, summarizer, economy);
  }

  /** The same with the summary asked for in these words. */
  public Compaction prompt(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("a summary prompt cannot be blank");
    }
    return new Compaction(
        trigger,
        stages.stream().map(stage -> worded(stage, words)).toList(),
        terms,
        summarizer,
        economy);
  }

  /** The same with another share that a stage under pressure must save; 0 accepts any saving. */
  public Compaction minimumGain(double share) {
    return new Compaction(
        trigger, stages, new Terms(share, terms.targetTokens()), summarizer, economy);
  }

  /**
   * The same that, once it is due, goes on to the next stage until the view is below this many
   * tokens; a number above the threshold counts as the threshold.
   */
  public Compaction target(long tokens) {
    if (tokens < 1) {
      throw new IllegalArgumentException("target must be 1 token or more, but was " + tokens);
    }
    return new Compaction(
        trigger, stages, new Terms(terms.minimumGain(), tokens), summarizer, economy);
  }

  /**
   * The same with summaries written by another model than the agent's. It is sent what the agent's
   * model would be, without signed thinking, and reads nothing from that model's cache.
   */
  public Compaction summaryModel(Model model) {
    return new Compaction(
        trigger, stages, terms, new Summarizer(model, summarizer.redaction()), economy);
  }

  /** The same with every text of a summary request, and the summary itself, put through this. */
  public Compaction redaction(Redaction redaction) {
    return new Compaction(
        trigger, stages, terms, new Summarizer(summarizer.model(), redaction), economy);
  }

  /** The same with what the caller knows of the work to come. */
  public Compaction forecast(Forecast forecast) {
    return economy(new Economy(forecast, economy.gate()));
  }

  /** The same where every stage under pressure has to pay, unless the window forces it. */
  public Compaction onlyIfItPays() {
    return economy(new Economy(economy.forecast(), Economy.Gate.EVERY_STAGE));
  }

  /** The same with other rules for what has to pay, and over how many turns. */
  public Compaction economy(Economy other) {
    return new Compaction(trigger, stages, terms, summarizer, other);
  }

  private static Compaction ladder(Trigger trigger) {
    return with(trigger, new Fold(), new ClearToolResults(), new Summarize(), new Trim());
  }

  private static Compaction with(Trigger trigger, Stage... stages) {
    return new Compaction(
        trigger, List.of(stages), new Terms(STANDARD_GAIN, 0), Summarizer.OWN, Economy.STANDARD);
  }

  private static Stage worded(Stage stage, String words) {
    return switch (stage) {
      case Summarize s -> new Summarize(words);
      case SummarizeAll s -> new SummarizeAll(words);
      default -> stage;
    };
  }
}
