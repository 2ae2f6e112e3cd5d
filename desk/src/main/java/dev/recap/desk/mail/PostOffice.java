package dev.recap.desk.mail;

import dev.recap.desk.ticket.TicketStore;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk's mail as one thing: sends what is due and takes what is new, by itself once it is
 * started, on one thread of its own.
 */
public final class PostOffice implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
  private static final Duration SENDING = Duration.ofSeconds(5);
  private static final Duration LOOKING = Duration.ofSeconds(60);

  private final MailSettings settings;
  private final Sender sender;
  private final @Nullable MailFolder folder;
  private final InstantSource clock;
  private volatile Status status = Status.NONE;
  private @Nullable Rounds rounds;

  /**
   * How the last look into the mailbox went.
   *
   * @param at null before the first
   * @param trouble why it failed; null where it did not
   * @param total what was taken since the start
   */
  public record Status(@Nullable Instant at, @Nullable String trouble, Look total) {
    static final Status NONE = new Status(null, null, Look.NOTHING);
  }

  private PostOffice(
      MailSettings settings, Sender sender, @Nullable MailFolder folder, InstantSource clock) {
    this.settings = settings;
    this.sender = sender;
    this.folder = folder;
    this.clock = clock;
  }

  /** Connects to nothing yet. */
  public static PostOffice of(
      TicketStore store, MailSettings settings, Secrets secrets, InstantSource clock) {
    return of(store, new Connections(settings, secrets, clock), clock);
  }

  static PostOffice of(TicketStore store, Connections connections, InstantSource clock) {
    MailSettings settings = connections.settings();
    List<Carrier> carriers = new ArrayList<>();
    if (settings.smtp() != null) {
      carriers.add(new SmtpCarrier(connections, settings.smtp(), clock));
    }
    MailFolder folder = null;
    if (settings.inbox() != null) {
      carriers.add(new DraftsFolder(connections, settings.inbox(), clock));
      folder = new MailFolder(store, connections, settings.inbox(), clock);
    }
    return new PostOffice(settings, new Sender(store, clock, carriers), folder, clock);
  }

  /** The outbox whose mails are named as this mailbox's are. */
  public Outbox outbox() {
    return new Outbox(settings.own().domain(), clock);
  }

  /** What was put aside. */
  public ParkedMails parked() {
    return new ParkedMails(settings.own(), settings.limits(), clock);
  }

  /** What becomes of an approved reply. */
  public Way way() {
    return settings.way();
  }

  public Status status() {
    return status;
  }

  /** Shows what a last process left behind, then sends every 5 s and looks every 60 s. */
  public synchronized void start() {
    if (rounds != null) {
      throw new IllegalStateException("the post office is open already");
    }
    sender.recover();
    rounds = new Rounds("recap-mail");
    rounds.every(SENDING, this::send);
    rounds.every(LOOKING, this::look);
  }

  /** Sends what is due now; see {@link Sender#sendDue}. Its troubles are logged. */
  void send() {
    sender.sendDueOrForget();
  }

  /** Takes what is new now. Its troubles are logged and stand in the status. */
  void look() {
    if (folder == null) {
      return;
    }
    Look total = status.total();
    try {
      Look look = folder.look();
      status = new Status(clock.instant(), null, total.plus(look));
    } catch (MessagingException | IOException | RuntimeException | Error e) {
      String trouble = Trouble.of(e);
      status = new Status(clock.instant(), trouble, total);
      LOG.warn("the mailbox could not be read and is tried again in a minute: {}", trouble);
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
