package dev.recap.agent;

import dev.recap.compaction.Compaction;
import dev.recap.model.Model;
import dev.recap.projection.RequestFrame;
import dev.recap.tool.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every run of an agent shares. */
record Setup(Model model, Toolbox tools, RequestFrame frame, Rules rules, InstantSource clock) {

  /**
   * What the caller decided.
   *
   * @param approveWithin how long a call waits for a person; null for as long as it takes
   * @param pausesAtOnce whether an unknown effect stops the run before the agent yields
   */
  record Rules(
      Compaction compaction,
      Limits limits,
      List<Check> checks,
      Approval approval,
      @Nullable Duration approveWithin,
      Overflow overflow,
      boolean pausesAtOnce) {
    /** When it is too late to say yes; null for never. */
    @Nullable Instant expiry(Instant now) {
      return approveWithin == null ? null : now.plus(approveWithin);
    }
  }
}
