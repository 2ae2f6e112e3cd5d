package dev.recap.lab.scenario;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model answers. */
public sealed interface ModelChoice {
  /** The model that everything is priced as unless told otherwise. */
  String CURRENT_MODEL = "claude-sonnet-5-5";

  /**
   * The simulator server, over real HTTP: fixed rules, not an LLM.
   *
   * @param behaviour how it summarizes, calls and obeys
   * @param pace how long its replies take, on a clock that nobody waits for
   * @param pricedAs the model it imitates
   * @param baseUrl a simulator server that runs elsewhere, at its own pace; null for one in this
   *     process
   */
  record Simulator(Behaviour behaviour, Pace pace, String pricedAs, @Nullable String baseUrl)
      implements ModelChoice {
    public Simulator {
      Objects.requireNonNull(behaviour, "behaviour");
      Objects.requireNonNull(pace, "pace");
      Objects.requireNonNull(pricedAs, "pricedAs");
    }

    /** An obedient one that answers at once. */
    public Simulator(
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
