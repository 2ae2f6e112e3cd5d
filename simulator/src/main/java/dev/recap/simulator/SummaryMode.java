package dev.recap.simulator;

/** What kind of summary the simulator agent gives when it is asked for one. */
public enum SummaryMode {
  /** What the reader saw: the steps done and to do of every ticket, its values, the task. */
  FAITHFUL,
  /** Fluent text without a single state. */
  AMNESIAC,
  /** Faithful, but claims steps that were not done. */
  LYING,
  /** A faithful text that stops midway with {@code max_tokens}. */
  TRUNCATED,
  /** No text at all. */
  EMPTY,
  /** A thinking block, then the faithful text. */
  THINKING_FIRST,
  /** Longer in tokens than the prompt it is to replace. */
  VERBOSE,
  /** What customers and tools said, copied without quotation marks. */
  PARROTING,
  /** No summary: the request is refused with 400. */
  HTTP_400,
  /** No summary: every try is refused with 529. */
  HTTP_529,
  /** No summary: the request is held for {@link Timing#summaryHold()}, then refused with 504. */
  TIME_OUT;

  /** The name as options and headers write it, such as {@code thinking-first}. */
  public String wireName() {
    return WireName.of(this);
  }

  /**
   * The mode of that name, in any case, with a dash or an underscore.
   *
   * @throws IllegalArgumentException naming the value and the accepted ones
   */
  public static SummaryMode parse(String name) {
    return WireName.parse("summary mode", name, values());
  }
}
