package dev.recap.lab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.recap.model.Prices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in figures: the same tickets worked through by each strategy.
 *
 * @param model which model answered
 * @param threshold tokens from which on the strategies compacted
 * @param prices dollars per million tokens; null when they are not known
 * @param saved what each run saved against the baseline; one that did not finish saved nothing and
 *     is not among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioReport(
    long seed,
    int tickets,
    @JsonUnwrapped ModelReport model,
    long threshold,
    @Nullable Prices prices,
    List<RunReport> runs,
    List<Saved> saved) {

  /**
   * Which model answered.
   *
   * @param name of the real model, or "simulator"
   * @param simulated true when fixed rules answered and nothing was spent
   * @param pricedAs the model whose prices are used
   * @param summaryMode how the simulator summarizes; empty for a real model
   * @param asked when and where a real model was; null for the simulator
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ModelReport(
      @JsonProperty("model") String name,
      boolean simulated,
      String pricedAs,
      String summaryMode,
      @JsonUnwrapped @Nullable Asked asked) {
    public ModelReport {
      if (simulated != (asked == null)) {
        throw new IllegalArgumentException("a real model was asked somewhere and some day");
      }
    }
  }

  /**
   * When and where a model was asked.
   *
   * @param day such as {@code 2026-11-29}
   * @param address where something answered under the model's name; null for the vendor itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Asked(String day, @Nullable String address) {}

  /**
   * What a run saved against the baseline.
   *
   * @param tokens summary calls included
   * @param share of the baseline's total tokens, 0 to 1; negative when it used more
   * @param cost dollars with prompt caching; null without prices
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Saved(String run, long tokens, double share, @Nullable Double cost) {}

  public ScenarioReport {
    runs = List.copyOf(runs);
    saved = List.copyOf(saved);
  }

  public Optional<RunReport> run(String name) {
    return runs.stream().filter(run -> run.name().equals(name)).findFirst();
  }

  /** Whether every run but the tutorial's completed every ticket. */
  public boolean complete() {
    return runs.stream()
        .filter(run -> !run.name().equals("tutorial"))
        .allMatch(run -> run.didNotFinish() == null);
  }
}
