package dev.recap.rehearsal;

/**
 * How the rehearsal agent behaves where a request does not say otherwise by header.
 *
 * @param summaryMode what kind of summary it gives
 * @param schedule how many calls it asks for in one reply
 */
public record Behaviour(SummaryMode summaryMode, Schedule schedule) {
  /** Faithful summaries, one call a reply. */
  public static Behaviour defaults() {
    return new Behaviour(SummaryMode.FAITHFUL, Schedule.SEQUENTIAL);
  }
}
