package dev.recap.lab.scenario;

import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model answers. */
public sealed interface ModelChoice {
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
  }

  /**
   * The same rules without server and client, for experiments: the figures are the same, at a
   * fraction of the time.
   */
  record InProcess(Behaviour behaviour, String pricedAs) implements ModelChoice {
    public InProcess {
      Objects.requireNonNull(behaviour, "behaviour");
      Objects.requireNonNull(pricedAs, "pricedAs");
    }
  }

  /**
   * A real model, or whatever answers under the address.
   *
   * @param baseUrl null for the vendor's own
   * @param day on which it is asked: models change behind their names
   */
  record Anthropic(String name, String apiKey, @Nullable String baseUrl, LocalDate day)
      implements ModelChoice {
    public Anthropic {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(apiKey, "apiKey");
      if (baseUrl != null && baseUrl.contains("@")) {
        // It is shown and goes on record.
        throw new IllegalArgumentException("base-url must not carry a user or a password");
      }
    }
  }
}
