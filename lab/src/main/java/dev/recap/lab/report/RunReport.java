package dev.recap.lab.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.recap.lab.count.CallEvent;
import dev.recap.lab.scenario.PlayedDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One strategy's run in figures.
 *
 * @param name the strategy's label
 * @param turns delivered replies, summary calls not included
 * @param folds compactions that cost nothing
 * @param compactions compactions that a summary call paid for
 * @param taskAlwaysInView whether the task's bytes stood in every request, summary requests
 *     included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunReport(
    String name,
    int turns,
    int folds,
    int compactions,
    @JsonUnwrapped Tokens tokens,
    @Nullable Cost cost,
    ToolCalls toolCalls,
    int ticketsComplete,
    boolean taskAlwaysInView,
    List<TurnReport> perTurn,
    List<CompactionReport> perCompaction,
    List<PlayedDecision> decisions,
    List<CallEvent> callEvents,
    List<StoredTicket> store,
    String answer,
    String ended) {

  /**
   * Tokens of a run. Input, cache and output tokens are those of the turns; the total includes the
   * summary calls.
   */
  public record Tokens(
      long inputTokens,
      long cacheReadTokens,
      long cacheWriteTokens,
      long outputTokens,
      Summary summary,
      long totalTokens) {

    /** Prompt tokens of all turns, summary calls not included. */
    public long promptTokens() {
      return inputTokens + cacheReadTokens + cacheWriteTokens;
    }

    /** Prompt tokens of turns and summary calls. */
    public long allInput() {
      return promptTokens() + summary.inputTokens();
    }

    /** Output tokens of turns and summary calls. */
    public long allOutput() {
      return outputTokens + summary.outputTokens();
    }
  }

  /** Tokens of the summary calls; input is the whole prompt. */
  public record Summary(
      int calls, int adopted, List<String> rejected, long inputTokens, long outputTokens) {

    /** Both together. */
    public long tokens() {
      return inputTokens + outputTokens;
    }
  }

  /** US dollars, summary calls included. */
  public record Cost(double uncached, double cached) {}

  /** What became of the calls. */
  public record ToolCalls(
      int asked, int executed, int guarded, int repeated, int redone, int lost) {}

  /** One turn. */
  public record TurnReport(
      int turn, long promptTokens, long outputTokens, int messages, boolean compacted) {}

  /**
   * One rewrite of the view.
   *
   * @param before what the model would have seen, message by message
   * @param after what it saw instead
   */
  public record CompactionReport(
      String stage,
      int afterTurn,
      String text,
      @JsonIgnore List<ShownMessage> before,
      @JsonIgnore List<ShownMessage> after) {
    public CompactionReport {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @JsonProperty
    public int messagesBefore() {
      return before.size();
    }

    @JsonProperty
    public int messagesAfter() {
      return after.size();
    }
  }

  /** A message as people read it. */
  public record ShownMessage(String role, List<String> blocks) {
    public ShownMessage {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A ticket as the store has it at the end; what nobody decided is empty.
   *
   * @param externalId the name that another system gave it; null when it has none
   * @param draft the last answer that was drafted
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredTicket(
      String id,
      @Nullable String externalId,
      String subject,
      String status,
      String category,
      String priority,
      String team,
      String draft) {}

  public RunReport {
    perTurn = List.copyOf(perTurn);
    perCompaction = List.copyOf(perCompaction);
    decisions = List.copyOf(decisions);
    callEvents = List.copyOf(callEvents);
    store = List.copyOf(store);
  }

  /** How far it came, such as {@code 21 of 100}; null when every ticket was completed. */
  @JsonProperty
  public @Nullable String didNotFinish() {
    return ticketsComplete == store.size()
        ? null
        : "%,d of %,d".formatted(ticketsComplete, store.size());
  }

  /** The largest prompt of a turn. */
  public long peakTokens() {
    return perTurn.stream().mapToLong(TurnReport::promptTokens).max().orElse(0);
  }
}
