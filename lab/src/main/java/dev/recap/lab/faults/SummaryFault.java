package dev.recap.lab.faults;

import dev.recap.lab.table.Choice;
import java.util.List;

/** What the simulated model does when it is asked for a summary, and what must come of it. */
public enum SummaryFault implements Choice {
  FAITHFUL(""),
  AMNESIAC(""),
  LYING(""),
  THINKING_FIRST(""),
  TRUNCATED("truncated at the output limit"),
  EMPTY("empty"),
  VERBOSE("truncated at the output limit|too long"),
  PARROTING(""),
  HTTP_400("failed: 400"),
  HTTP_529("failed: 529"),
  TIME_OUT("failed: 504");

  private final String mustBe;

  SummaryFault(String mustBe) {
    this.mustBe = mustBe;
  }

  /** Whether what it writes can be used, so that it must be adopted where it is asked. */
  boolean adoptable() {
    return mustBe.isEmpty();
  }

  /** Whether all of these reasons, in short, are the ones for which it must be rejected. */
  boolean rejectedFor(String reasons) {
    return !adoptable() && List.of(reasons.split("; ")).stream().allMatch(r -> r.matches(mustBe));
  }

  /**
   * The summarizer of that name.
   *
   * @throws IllegalArgumentException naming the ones there are
   */
  public static SummaryFault parse(String name) {
    return Choice.of("summarizer", name, values());
  }
}
