package dev.recap.compaction;

/** One way of shortening the view. Pure: the same situation gives the same proposal. */
public interface Stage {

  /** Its name in reports and on the command line. */
  String name();

  /**
   * Whether it needs the view to be too large before it may act. A stage that costs nothing and
   * loses nothing does not.
   */
  boolean needsPressure();

  /**
   * Whether it is only done when it pays over the expected turns, unless the window forces it.
   * Others are weighed where the policy wants every stage to pay.
   */
  default boolean mustPayBack() {
    return false;
  }

  /** What it would do. */
  Proposal propose(Situation situation);
}
