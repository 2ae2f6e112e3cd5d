package dev.recap.desk.mail;

/** What became of a mail. */
public sealed interface Taken {
  /**
   * A ticket was made of it.
   *
   * @param ticket its number
   */
  record Opened(int ticket) implements Taken {}

  /**
   * It was added to its ticket.
   *
   * @param ticket the number
   * @param message the id of what it added
   */
  record Added(int ticket, long message) implements Taken {}

  /** No ticket is made of it unless a person says so. */
  record Parked(String reason) implements Taken {}

  /** A reply of ours did not arrive. */
  record Bounced(int ticket) implements Taken {}

  /** It was taken before. */
  record Known() implements Taken {}
}
