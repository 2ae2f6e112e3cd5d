package dev.recap.desk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of tickets that were to be changed, each in one of the lists. */
public record BulkResult(List<Changed> changed, List<Skipped> skipped) {
  public BulkResult {
    changed = List.copyOf(changed);
    skipped = List.copyOf(skipped);
  }

  /**
   * A ticket that was changed.
   *
   * @param before null for nothing
   * @param after null for nothing
   */
  public record Changed(String id, @Nullable String before, @Nullable String after) {}

  /** A ticket that was left as it is. */
  public record Skipped(String id, String reason) {}
}
