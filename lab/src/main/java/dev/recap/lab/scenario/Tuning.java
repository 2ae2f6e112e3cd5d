package dev.recap.lab.scenario;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.ForgetThinking;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the strategies compact.
 *
 * @param threshold tokens from which on compaction is due
 * @param stages names of the ladder's stages in order; empty for the default
 * @param law what the cost law decides for the ladder
 * @param mostDollars what all runs together may cost; infinite for no limit
 */
public record Tuning(
    long threshold, List<String> stages, Summaries summaries, Law law, double mostDollars) {
  public static final List<String> STAGES =
      List.of(
          "fold", "forget-thinking", "clear-tool-results", "summarize", "provider-summary", "trim");

  private static final List<String> LADDER =
      STAGES.stream().filter(stage -> !stage.equals("provider-summary")).toList();
  private static final long STANDARD_THRESHOLD = 5_000;

  /**
   * How summaries are come by.
   *
   * @param prompt the caller's words; null for each strategy's own
   * @param model the name of another model that writes them; null for the agent's own. The
   *     tutorial's way has no such choice
   */
  public record Summaries(@Nullable String prompt, @Nullable String model) {}

  /** What the cost law decides. */
  public enum Law {
    /** Clearing, and folding where the head is too short to be cached. */
    STANDARD,
    /** Whether any stage under pressure pays. */
    GATE,
    /** When compaction is due, instead of the threshold. */
    TRIGGER
  }

  public Tuning {
    stages = List.copyOf(stages);
    Objects.requireNonNull(summaries, "summaries");
    Objects.requireNonNull(law, "law");
    if (!(mostDollars > 0)) {
      throw new IllegalArgumentException(
          "dollars is %s, but must be more than 0".formatted(mostDollars));
    }
    if (threshold < 1) {
      throw new IllegalArgumentException("threshold is " + threshold + ", but must be 1 or more");
    }
    for (String stage : stages) {
      if (!STAGES.contains(stage)) {
        throw new IllegalArgumentException(
            "stage is '%s', but must be one of %s".formatted(stage, String.join(", ", STAGES)));
      }
    }
  }

  /** The agent's own model writes the summaries, and nothing limits what they cost. */
  public Tuning(long threshold, List<String> stages, @Nullable String summaryPrompt) {
    this(
        threshold,
        stages,
        new Summaries(summaryPrompt, null),
        Law.STANDARD,
        Double.POSITIVE_INFINITY);
  }

  public static Tuning standard() {
    return new Tuning(STANDARD_THRESHOLD, List.of(), null);
  }

  public Optional<String> wordedPrompt() {
    return Optional.ofNullable(summaries.prompt());
  }

  /** The ladder, or the stages that were chosen instead. */
  Compaction ladder() {
    Compaction ladder =
        switch (law) {
          case STANDARD -> Compaction.atTokens(threshold);
          case GATE -> Compaction.atTokens(threshold).onlyIfItPays();
          case TRIGGER -> Compaction.atOptimum();
        };
    if (!stages.isEmpty() || summaries.prompt() != null) {
      List<String> names = stages.isEmpty() ? LADDER : stages;
      ladder = ladder.stages(names.stream().map(this::stage).toArray(Stage[]::new));
    }
    return ladder;
  }

  /** The tutorial's compaction without its faults. */
  Compaction summary() {
    return wordedPrompt()
        .map(prompt -> Compaction.summary(threshold, prompt))
        .orElseGet(() -> Compaction.summary(threshold));
  }

  private Stage stage(String name) {
    return switch (name) {
      case "fold" -> new Fold();
      case "forget-thinking" -> new ForgetThinking();
      case "clear-tool-results" -> new ClearToolResults();
      case "summarize" -> wordedPrompt().map(Summarize::new).orElseGet(Summarize::new);
      case "provider-summary" -> Summarize.byProvider();
      case "trim" -> new Trim();
      default -> throw new IllegalArgumentException("there is no stage '%s'".formatted(name));
    };
  }
}
