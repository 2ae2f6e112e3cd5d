package dev.recap.simulator;

/** How many calls the simulator agent asks for in one reply. */
public enum Schedule {
  /** One call a reply. */
  SEQUENTIAL,
  /** Classify, search, prioritise and route together in one reply. */
  PARALLEL;

  /**
   * The schedule of that name, in any case.
   *
   * @throws IllegalArgumentException naming the value and the accepted ones
   */
  public static Schedule parse(String name) {
    return WireName.parse("schedule", name, values());
  }
}
