package dev.recap.lab.peers;

import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.Tuning;
import java.util.List;

/**
 * How a strategy of ours plays beside the peers.
 *
 * @param name as findings show it; empty as it usually is
 */
public record OwnSetting(StrategyName strategy, String name, Tuning tuning) {
  /** The strategy as it usually is. */
  static OwnSetting of(StrategyName strategy) {
    return new OwnSetting(strategy, "", Tuning.standard());
  }

  /** Our record, without folding, around summaries that the API writes on demand. */
  static OwnSetting providerSummary() {
    String stage = "provider-summary";
    return new OwnSetting(
        StrategyName.RECAP,
        stage,
        new Tuning(Tuning.standard().threshold(), List.of(stage, "trim"), null));
  }
}
