package dev.recap.lab.scenario;

import dev.recap.rehearsal.Schedule;
import dev.recap.rehearsal.SummaryMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model answers. */
public sealed interface ModelChoice {

  /**
   * The rehearsal server, over real HTTP: fixed rules, not an LLM.
   *
   * @param pricedAs the model it imitates
   * @param baseUrl a rehearsal server that runs elsewhere; null for one in this process
   */
  record Rehearsal(
      SummaryMode summaryMode, Schedule schedule, String pricedAs, @Nullable String baseUrl)
      implements ModelChoice {
    public Rehearsal {
      Objects.requireNonNull(summaryMode, "summaryMode");
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(pricedAs, "pricedAs");
    }
  }

  /**
   * A real model, or whatever answers under the address.
   *
   * @param baseUrl null for the vendor's own
   */
  record Anthropic(String name, String apiKey, @Nullable String baseUrl) implements ModelChoice {
    public Anthropic {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(apiKey, "apiKey");
    }
  }
}
