package dev.recap.desk.mail;

/** What became of a mail. */
public sealed interface Taken {
  /**
   * @param ticket the number of the ticket that was made of it
   */
  record Opened(int ticket) implements Taken {}

  /**
   * @param message what it added to its ticket
   */
  record Added(int ticket, long message) implements Taken {}

  /** No ticket is made of it unless a person says so. */
  record Parked(String reason) implements Taken {}

  /** A reply of ours did not arrive. */
  record Bounced(int ticket) implements Taken {}

  /** It was taken before. */
  record Known() implements Taken {}
}
