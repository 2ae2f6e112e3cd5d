package dev.recap.desk.mail;

/** What one attempt to deliver came to. */
public sealed interface Delivery {
  /** In the other side's own words, or ours, on one line. */
  String said();

  /** The other side has taken it. */
  record Accepted(String said) implements Delivery {}

  /**
   * The other side has certainly not taken it.
   *
   * @param forNow whether a later attempt may fare better
   */
  record Refused(String said, boolean forNow) implements Delivery {}

  /** It may have been taken: there was no clear answer after it began to leave. */
  record Unclear(String said) implements Delivery {}
}
