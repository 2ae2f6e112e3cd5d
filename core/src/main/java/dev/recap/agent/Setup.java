package dev.recap.agent;

import dev.recap.bytes.Digest;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.model.ToolSpec;
import dev.recap.projection.RequestFrame;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.tool.Toolbox.ToolDeclaration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every run of an agent shares. */
record Setup(Model model, Toolbox tools, RequestFrame frame, Rules rules, InstantSource clock) {

  SortedMap<String, String> fingerprints() {
    SortedMap<String, String> parts = new TreeMap<>();
    for (ToolSpec spec : tools.specs()) {
      String declared = tools.declaration(spec.name()).map(Setup::text).orElse("");
      parts.put(spec.name(), Digest.of(spec + declared));
    }
    parts.put("instructions", Digest.of(frame.instructions()));
    return parts;
  }

  /** In an order that is the same in each process. */
  private static String text(ToolDeclaration tool) {
    Identity identity = tool.identity();
    return " %s %s %s %s %s %s %s"
        .formatted(
            tool.effect(),
            tool.role(),
            tool.approval(),
            identity.item(),
            identity.keys(),
            new TreeMap<>(identity.letters()),
            identity.scope());
  }

  /** Who takes the place of a silent writer relies on it that no call of that one still runs. */
  void checkLease(Journal journal) {
    Duration longest = tools.longestCall();
    if (journal.lease().filter(lease -> lease.compareTo(longest) <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "a call may take up to %d ms, so the journal's lease must be longer, but is %d ms"
              .formatted(longest.toMillis(), journal.lease().get().toMillis()));
    }
  }

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
