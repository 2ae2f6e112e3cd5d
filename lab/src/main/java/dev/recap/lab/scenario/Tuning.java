package dev.recap.lab.scenario;

import dev.recap.compaction.Clear;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Cut;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Summarise;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the strategies compact.
 *
 * @param threshold tokens from which on compaction is due
 * @param stages names of the ladder's stages in order; empty for the default
 * @param summaryPrompt the caller's words; null for each strategy's own
 * @param summaryModel the name of another model that writes summaries; null for the agent's own.
 *     The tutorial's way has no such choice
 */
public record Tuning(
    long threshold,
    List<String> stages,
    @Nullable String summaryPrompt,
    @Nullable String summaryModel) {
  public static final List<String> STAGES = List.of("fold", "clear", "summarise", "cut");
  private static final long STANDARD_THRESHOLD = 5_000;

  public Tuning {
    stages = List.copyOf(stages);
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

  /** The agent's own model writes the summaries. */
  public Tuning(long threshold, List<String> stages, @Nullable String summaryPrompt) {
    this(threshold, stages, summaryPrompt, null);
  }

  public static Tuning standard() {
    return new Tuning(STANDARD_THRESHOLD, List.of(), null);
  }

  public Optional<String> wordedPrompt() {
    return Optional.ofNullable(summaryPrompt);
  }

  /** The ladder, or the stages that were chosen instead. */
  Compaction ladder() {
    Compaction ladder = Compaction.atTokens(threshold);
    if (!stages.isEmpty()) {
      ladder = ladder.stages(stages.stream().map(Tuning::stage).toArray(Stage[]::new));
    }
    return worded(ladder);
  }

  /** The tutorial's compaction without its faults. */
  Compaction summary() {
    return worded(Compaction.summary(threshold));
  }

  private Compaction worded(Compaction compaction) {
    return summaryPrompt == null ? compaction : compaction.prompt(summaryPrompt);
  }

  private static Stage stage(String name) {
    return switch (name) {
      case "fold" -> new Fold();
      case "clear" -> new Clear();
      case "summarise" -> new Summarise();
      case "cut" -> new Cut();
      default -> throw new IllegalArgumentException("there is no stage '%s'".formatted(name));
    };
  }
}
