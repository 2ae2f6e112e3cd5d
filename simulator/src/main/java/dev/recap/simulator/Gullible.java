package dev.recap.simulator;

/** Which of a user's words an agent takes for orders to it. */
public enum Gullible {
  /** None. */
  NO,
  /** What stands as prose, outside of quotation marks and of what is quoted line by line. */
  PROSE,
  /** What is quoted line by line as well, as in a mail; not what stands in quotation marks. */
  QUOTES;

  /**
   * The word an option or a header uses, empty for {@link #PROSE}.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  static Gullible parse(String text) {
    return switch (text) {
      case "" -> PROSE;
      case "quotes" -> QUOTES;
      default ->
          throw new IllegalArgumentException(
              "gullible '" + text + "' is not known: expected gullible or gullible=quotes");
    };
  }

  /** As {@link AgentMode#parse} reads it. */
  String wireName() {
    return this == QUOTES ? "gullible=quotes" : "gullible";
  }
}
