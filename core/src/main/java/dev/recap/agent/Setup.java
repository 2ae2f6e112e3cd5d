package dev.recap.agent;

import dev.recap.compaction.Compaction;
import dev.recap.context.RequestFrame;
import dev.recap.model.Model;
import java.time.InstantSource;
import java.util.List;

/** What every run of an agent shares. */
record Setup(Model model, RunTools tools, RequestFrame frame, Rules rules, InstantSource clock) {

  /** What the caller decided. */
  record Rules(Compaction compaction, Limits limits, List<Check> checks, Approval approval) {
    Rules {
      checks = List.copyOf(checks);
    }
  }
}
