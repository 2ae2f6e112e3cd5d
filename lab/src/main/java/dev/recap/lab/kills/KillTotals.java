package dev.recap.lab.kills;

/**
 * What came of all the kills.
 *
 * @param kills that hit a process while a ticket was in its hands
 * @param tickets that were to be worked
 * @param complete of them
 * @param lost calls that were asked for and neither executed nor answered, and effects that a
 *     ticket lacks in the end
 * @param repeated once-only effects that took place again
 * @param unsettled calls of which nobody knows in the end what became of them
 * @param repliesPaidTwice replies that were given again to the same request
 * @param repliesInFlight replies that were given and not on record when the process was killed
 */
public record KillTotals(
    int kills,
    int tickets,
    int complete,
    int lost,
    int repeated,
    int unsettled,
    int repliesPaidTwice,
    int repliesInFlight) {
  static final KillTotals NONE = new KillTotals(0, 0, 0, 0, 0, 0, 0, 0);

  KillTotals plus(KillTotals more) {
    return new KillTotals(
        kills + more.kills,
        tickets + more.tickets,
        complete + more.complete,
        lost + more.lost,
        repeated + more.repeated,
        unsettled + more.unsettled,
        repliesPaidTwice + more.repliesPaidTwice,
        repliesInFlight + more.repliesInFlight);
  }

  /** Whether what is promised was kept. */
  public boolean hold() {
    return complete == tickets
        && lost == 0
        && repeated == 0
        && unsettled == 0
        && repliesPaidTwice <= repliesInFlight;
  }
}
