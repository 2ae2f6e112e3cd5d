package dev.recap.lab.scenario;

import dev.recap.rehearsal.AgentMode;
import dev.recap.rehearsal.Behaviour;
import dev.recap.rehearsal.Pace;
import dev.recap.rehearsal.Schedule;
import dev.recap.rehearsal.SummaryMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model answers. */
public sealed interface ModelChoice {
  /** The model that everything is priced as unless told otherwise. */
  String CURRENT_MODEL = "claude-sonnet-5-5";

  /**
   * The rehearsal server, over real HTTP: fixed rules, not an LLM.
   *
   * @param behaviour how it summarises, calls and obeys
   * @param pace how long its replies take, on a clock that nobody waits for
   * @param pricedAs the model it imitates
   * @param baseUrl a rehearsal server that runs elsewhere, at its own pace; null for one in this
   *     process
   */
  record Rehearsal(Behaviour behaviour, Pace pace, String pricedAs, @Nullable String baseUrl)
      implements ModelChoice {
    public Rehearsal {
      Objects.requireNonNull(behaviour, "behaviour");
      Objects.requireNonNull(pace, "pace");
      Objects.requireNonNull(pricedAs, "pricedAs");
    }

    /** An obedient one that answers at once. */
    public Rehearsal(
        SummaryMode summaryMode, Schedule schedule, String pricedAs, @Nullable String baseUrl) {
      this(
          new Behaviour(summaryMode, schedule, AgentMode.obedient()),
          Pace.instant(),
          pricedAs,
          baseUrl);
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
