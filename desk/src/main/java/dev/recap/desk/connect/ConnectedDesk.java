package dev.recap.desk.connect;

import dev.recap.desk.mail.Outbox;
import dev.recap.desk.mail.Rounds;
import dev.recap.desk.mail.Secrets;
import dev.recap.desk.mail.Sender;
import dev.recap.desk.mail.Trouble;
import dev.recap.desk.mail.Way;
import dev.recap.desk.ticket.TicketStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another desk beside this one: its tickets come in, and drafts go back to it, by itself once it is
 * started, on one thread of its own.
 */
public final class ConnectedDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectedDesk.class);
  private static final Duration SENDING = Duration.ofSeconds(5);
  private static final Duration FETCHING = Duration.ofSeconds(60);

  private final ZammadSettings settings;
  private final ZammadTickets tickets;
  private final Sender sender;
  private final InstantSource clock;
  private volatile Status status = new Status(null, null, Fetched.NOTHING);
  private @Nullable Rounds rounds;

  /**
   * How the last look went.
   *
   * @param at null before the first
   * @param trouble why it failed; null where it did not
   * @param total what was taken since the start
   */
  public record Status(@Nullable Instant at, @Nullable String trouble, Fetched total) {}

  private ConnectedDesk(
      TicketStore store, ZammadSettings settings, ZammadHttp http, InstantSource clock) {
    this.settings = settings;
    this.tickets = new ZammadTickets(store, http, settings, clock);
    this.sender =
        new Sender(store, clock, List.of(new ZammadCarrier(store, http, settings.system())));
    this.clock = clock;
  }

  /** Connects to nothing yet. */
  public static ConnectedDesk of(
      TicketStore store, ZammadSettings settings, Secrets secrets, InstantSource clock) {
    return of(store, settings, secrets, new Pace(settings.requestsAMinute(), clock, Thread::sleep));
  }

  static ConnectedDesk of(TicketStore store, ZammadSettings settings, Secrets secrets, Pace pace) {
    return new ConnectedDesk(
        store, settings, new ZammadHttp(settings, secrets, pace), pace.clock());
  }

  /** The outbox for replies to tickets of this desk. */
  public Outbox outbox() {
    return new Outbox(ZammadFiling.DOMAIN, clock);
  }

  /** What becomes of an approved reply. */
  public Way way() {
    return settings.way();
  }

  /** Whether a ticket of ours is one of that desk's. */
  public boolean has(Handle handle, int ticket) {
    return new Links(handle, settings.system()).remote(ticket).isPresent();
  }

  public Status status() {
    return status;
  }

  /** Shows what a last process left behind, then sends every 5 s and fetches every 60 s. */
  public synchronized void start() {
    if (rounds != null) {
      throw new IllegalStateException("the connection is open already");
    }
    sender.recover();
    rounds = new Rounds("recap-connect");
    rounds.every(SENDING, this::send);
    rounds.every(FETCHING, this::fetch);
  }

  /** Sends what is due now; see {@link Sender#sendDue}. Its troubles are logged. */
  void send() {
    sender.sendDueOrForget();
  }

  /** Takes what is new now. Its troubles are logged and stand in the status. */
  void fetch() {
    Fetched total = status.total();
    try {
      Fetched fetched = tickets.fetch();
      status = new Status(clock.instant(), null, total.plus(fetched));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      String trouble = Trouble.of(e);
      status = new Status(clock.instant(), trouble, total);
      LOG.warn("the other desk could not be read and is tried again in a minute: {}", trouble);
    }
  }

  /** Ends after what is under way, or breaks it off after 5 s. */
  @Override
  public synchronized void close() {
    if (rounds != null) {
      rounds.close();
    }
  }
}
