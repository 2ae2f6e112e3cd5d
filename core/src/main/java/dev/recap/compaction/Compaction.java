package dev.recap.compaction;

import java.util.List;
import java.util.Objects;

/**
 * What to do about a growing view: when it is due and which stages are tried, in order.
 *
 * <p>Immutable; each method gives another one.
 *
 * @param minimumGain the share of tokens that a stage under pressure must save to be accepted
 */
public record Compaction(Trigger trigger, List<Stage> stages, double minimumGain) {
  private static final double STANDARD_GAIN = 0.10;

  public Compaction {
    Objects.requireNonNull(trigger, "trigger");
    stages = List.copyOf(stages);
    if (!(minimumGain >= 0 && minimumGain < 1)) {
      throw new IllegalArgumentException(
          "minimum gain is a share from 0 to below 1, but was " + minimumGain);
    }
  }

  /** Switched off: the view only grows. */
  public static Compaction none() {
    return new Compaction(new Trigger.Never(), List.of(), 0);
  }

  /** The ladder, cheapest stage first, under pressure from this many tokens on. */
  public static Compaction atTokens(long tokens) {
    return ladder(new Trigger.AtTokens(tokens));
  }

  /** The ladder under pressure from this share of the window on. */
  public static Compaction atWindowShare(double share) {
    return ladder(new Trigger.AtWindowShare(share));
  }

  /** The tutorial's behaviour alone: from this many tokens on, task and summary remain. */
  public static Compaction summary(long tokens) {
    return new Compaction(
        new Trigger.AtTokens(tokens),
        List.of(new SummariseAll(NotesPrompt.forAll())),
        STANDARD_GAIN);
  }

  /** The same with other stages, tried in this order. */
  public Compaction stages(Stage... other) {
    return new Compaction(trigger, List.of(other), minimumGain);
  }

  /** The same with the summary asked for in these words. */
  public Compaction prompt(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("a summary prompt cannot be blank");
    }
    return new Compaction(
        trigger, stages.stream().map(stage -> worded(stage, words)).toList(), minimumGain);
  }

  /** The same with another share that a stage under pressure must save; 0 accepts any saving. */
  public Compaction minimumGain(double share) {
    return new Compaction(trigger, stages, share);
  }

  private static Compaction ladder(Trigger trigger) {
    return new Compaction(trigger, List.of(new Fold(), new Summarise()), STANDARD_GAIN);
  }

  private static Stage worded(Stage stage, String words) {
    return switch (stage) {
      case Summarise s -> new Summarise(words);
      case SummariseAll s -> new SummariseAll(words);
      default -> stage;
    };
  }
}
