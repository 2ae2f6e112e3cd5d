package dev.recap.desk.mail;

import java.util.Set;

/** Brings replies to the other side. Called by one thread of each {@link Sender} at a time. */
public interface Carrier {
  /** What it can be asked for. */
  Set<Way> ways();

  /**
   * Makes one attempt, and blocks until it is over; with time limits of its own.
   *
   * <p>What it throws counts as {@link Delivery.Unclear}: only what is certain may be {@link
   * Delivery.Refused}.
   */
  Delivery carry(OutboxEntry entry);
}
