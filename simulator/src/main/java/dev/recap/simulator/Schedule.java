package dev.recap.simulator;

import java.util.Locale;

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
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "sequential" -> SEQUENTIAL;
      case "parallel" -> PARALLEL;
      default ->
          throw new IllegalArgumentException(
              "schedule '" + name + "' is not known: expected sequential or parallel");
    };
  }
}
