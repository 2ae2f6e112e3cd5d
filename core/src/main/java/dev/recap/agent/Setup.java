package dev.recap.agent;

import dev.recap.compaction.Compaction;
import dev.recap.context.RequestFrame;
import dev.recap.model.Model;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every run of an agent shares. */
record Setup(Model model, RunTools tools, RequestFrame frame, Rules rules, InstantSource clock) {

  /**
   * What the caller decided.
   *
   * @param pausesAtOnce whether an unknown effect stops the run before the agent yields
   */
  record Rules(
      Compaction compaction,
      Limits limits,
      List<Check> checks,
      Approvals approvals,
      boolean pausesAtOnce) {
    Rules {
      checks = List.copyOf(checks);
    }
  }

  /**
   * Which calls wait for a person, and how long.
   *
   * @param within null for as long as it takes
   */
  record Approvals(Approval policy, @Nullable Duration within) {
    @Nullable Instant expiry(Instant now) {
      return within == null ? null : now.plus(within);
    }
  }
}
