package dev.recap.desk.mail;

import dev.recap.desk.ticket.TicketStore;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due in the outbox, each reply at most once.
 *
 * <p>That an attempt begins is durable before it begins, and what it came to is written after it.
 * When the process dies between the two, the reply is unknown from the next start on, and only a
 * person can have it sent again. Several senders may work on one outbox, also in several processes.
 */
public final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final TicketStore store;
  private final Outcomes outcomes;
  private final Map<Way, Carrier> carriers = new EnumMap<>(Way.class);

  /** What broke off while not even the database could be reached. */
  private volatile boolean isLeftBehind;

  /**
   * @throws IllegalArgumentException when two carriers go the same way
   */
  public Sender(TicketStore store, InstantSource clock, Iterable<? extends Carrier> carriers) {
    this.store = store;
    this.outcomes = new Outcomes(clock);
    for (Carrier carrier : carriers) {
      for (Way way : carrier.ways()) {
        if (this.carriers.put(way, carrier) != null) {
          throw new IllegalArgumentException("two carriers by way of '%s'".formatted(way.label()));
        }
      }
    }
  }

  /**
   * To be called once before the first {@link #sendDue}: what was being sent when the last process
   * ended is unknown from now on.
   *
   * @return how many replies that are
   */
  public int recover() {
    if (carriers.isEmpty()) {
      return 0;
    }
    int unknown = store.besides(handle -> outcomes.interrupted(handle, carriers.keySet()));
    if (unknown > 0) {
      LOG.warn(
          "{} replies were being sent when the program ended; they are shown as unknown and not"
              + " sent again unless a person says so",
          unknown);
    }
    return unknown;
  }

  /**
   * Makes one attempt at everything that is due, and blocks until it is done. When one is refused
   * for now, the others wait for the next call: most often the other side cannot be reached.
   *
   * @return how many attempts were made
   */
  public int sendDue() {
    int attempts = 0;
    while (!carriers.isEmpty() && !Thread.currentThread().isInterrupted()) {
      Optional<OutboxEntry> entry =
          store.besides(handle -> outcomes.claim(handle, carriers.keySet()));
      if (entry.isEmpty()) {
        break;
      }
      attempts++;
      if (attempt(entry.get()) instanceof Delivery.Refused refused && refused.forNow()) {
        break;
      }
    }
    return attempts;
  }

  /**
   * The same for a thread that goes on whatever happens: what it throws is logged, and what was
   * being sent is unknown.
   */
  public void sendDueOrForget() {
    try {
      if (isLeftBehind) {
        recover();
        isLeftBehind = false;
      }
      sendDue();
    } catch (RuntimeException | Error e) {
      LOG.warn("sending broke off; what was being sent is unknown, the rest is tried again", e);
      forget();
    }
  }

  /** What broke off will not be settled by anybody any more. */
  private void forget() {
    try {
      recover();
    } catch (RuntimeException e) {
      isLeftBehind = true;
      LOG.warn("what was being sent could not be marked as unknown; the next round does it", e);
    }
  }

  private Delivery attempt(OutboxEntry entry) {
    Carrier carrier = carriers.get(entry.mail().way());
    if (carrier == null) {
      throw new IllegalStateException("nobody carries by way of " + entry.mail().way().label());
    }
    Delivery delivery;
    try {
      delivery = carrier.carry(entry);
    } catch (RuntimeException e) {
      LOG.warn("reply {} broke off while it was being sent and is unknown", entry.id(), e);
      delivery = new Delivery.Unclear("the attempt broke off: " + e);
    }
    Delivery known = delivery;
    return store.besides(handle -> {
      outcomes.settle(handle, entry, known);
      return known;
    });
  }
}
