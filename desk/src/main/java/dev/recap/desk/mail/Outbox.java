package dev.recap.desk.mail;

import dev.recap.desk.mail.OutboxEntry.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Replies on their way out, in the desk's database. Each method works inside the transaction of the
 * handle it is given; {@link Sender} carries out what is due.
 *
 * <p>Stateless, safe for any number of threads.
 */
public final class Outbox {
  /** How long an approval can be undone. */
  public static final Duration UNDO = Duration.ofSeconds(30);

  private final String domain;
  private final InstantSource clock;
  private final Supplier<String> names;

  /**
   * @param domain what follows the @ in the names of our mails: the domain of our own address
   */
  public Outbox(String domain, InstantSource clock) {
    this(domain, clock, RandomNames::next);
  }

  /**
   * The same with other names.
   *
   * @param names gives another name each time, of letters and digits, that nobody can guess
   */
  public Outbox(String domain, InstantSource clock, Supplier<String> names) {
    this.domain = domain;
    this.clock = clock;
    this.names = names;
  }

  /**
   * Puts a reply into the outbox, where it waits {@link #UNDO} before it leaves.
   *
   * @return the id of its row
   * @throws IllegalArgumentException when the simulated model made it, or there is no such ticket
   */
  public long put(Handle handle, OutgoingMail mail) {
    String ticket = TicketName.of(handle, mail.ticket());
    if (mail.simulated()) {
      throw new IllegalArgumentException(
          "the draft of %s was made by the simulated model, and such drafts are never sent"
              .formatted(ticket));
    }
    Instant now = clock.instant();
    String messageId = "<recap.%d.%s@%s>".formatted(mail.ticket(), names.get(), domain);
    Conversation thread = Threads.answering(handle, mail.ticket(), messageId, token(handle, mail));
    return handle
        .createQuery(
            """
            insert into outbox (ticket, decision, way, recipient, subject, text, message_id,
                                in_reply_to, refs, not_before, at)
            values (:ticket, :decision, :way, :recipient, :subject, :text, :messageId,
                    :inReplyTo, :refs, :notBefore, :at)
            returning id\
            """)
        .bind("ticket", mail.ticket())
        .bind("decision", mail.decision())
        .bind("way", mail.way().label())
        .bind("recipient", mail.letter().recipient())
        .bind("subject", mail.letter().subject())
        .bind("text", mail.letter().text())
        .bind("messageId", thread.messageId())
        .bind("inReplyTo", thread.inReplyTo())
        .bind("refs", String.join(" ", thread.references()))
        .bind("notBefore", seconds(now.plus(UNDO)).toString())
        .bind("at", now.toString())
        .mapTo(Long.class)
        .one();
  }

  private String token(Handle handle, OutgoingMail mail) {
    handle
        .createUpdate(
            "insert into mail_token (ticket, token) values (:ticket, :token) on conflict do nothing")
        .bind("ticket", mail.ticket())
        .bind("token", names.get())
        .execute();
    return handle
        .createQuery("select token from mail_token where ticket = :ticket")
        .bind("ticket", mail.ticket())
        .mapTo(String.class)
        .one();
  }

  /** The next whole second: times in the table compare as texts. */
  static Instant seconds(Instant time) {
    Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(time) ? whole : whole.plusSeconds(1);
  }

  /** Undoes {@link #put}; false when it is no longer waiting, and nothing is changed. */
  public boolean withdraw(Handle handle, long id) {
    return handle
            .createUpdate(
                "update outbox set state = 'withdrawn' where id = :id and state = 'waiting'")
            .bind("id", id)
            .execute()
        == 1;
  }

  /**
   * A person has found out that a reply of unknown or failed outcome did reach the other side.
   *
   * @return false when its state was another by now, and nothing is changed
   */
  public boolean markSent(Handle handle, long id, String by) {
    return decided(handle, id, by, OutboxState.SENT, "marked as sent by " + by);
  }

  /**
   * A person wants a reply of unknown or failed outcome sent once more, under the same Message-ID.
   * It can be undone as long as the first time.
   *
   * @return false when its state was another by now, and nothing is changed
   */
  public boolean sendAgain(Handle handle, long id, String by) {
    return decided(handle, id, by, OutboxState.WAITING, "sent again by " + by);
  }

  private boolean decided(Handle handle, long id, String by, OutboxState state, String said) {
    Optional<OutboxEntry> entry =
        find(handle, id)
            .filter(row -> row.state() == OutboxState.UNKNOWN || row.state() == OutboxState.FAILED);
    entry.ifPresent(row -> {
      handle
          .createUpdate(
              """
              update outbox set state = :state, said = :said, not_before = :notBefore
              where id = :id\
              """)
          .bind("state", state.label())
          .bind("said", said)
          .bind("notBefore", seconds(clock.instant().plus(UNDO)).toString())
          .bind("id", id)
          .execute();
      new Outcomes(clock).decided(handle, row, by, state);
    });
    return entry.isPresent();
  }

  /** The row with this id. */
  public Optional<OutboxEntry> find(Handle handle, long id) {
    return OutboxRows.query(handle, "where id = :id")
        .bind("id", id)
        .map(OutboxRows::entry)
        .findOne();
  }

  /** Everything that was put into the outbox for a ticket, oldest first. */
  public List<OutboxEntry> of(Handle handle, int ticket) {
    return OutboxRows.query(handle, "where ticket = :ticket order by id")
        .bind("ticket", ticket)
        .map(OutboxRows::entry)
        .list();
  }

  /** What an approval put into the outbox, by the id of its row in {@code decision}. */
  public Optional<OutboxEntry> ofDecision(Handle handle, int decision) {
    return OutboxRows.query(
            handle,
            """
            where ticket = (select ticket from decision where decision.id = :decision)
              and decision = :decision
            order by id desc limit 1\
            """)
        .bind("decision", decision)
        .map(OutboxRows::entry)
        .findOne();
  }

  /** The newest rows in a state, newest first. */
  public List<OutboxEntry> in(Handle handle, OutboxState state, int limit) {
    return OutboxRows.query(handle, "where state = :state order by id desc limit :limit")
        .bind("state", state.label())
        .bind("limit", limit)
        .map(OutboxRows::entry)
        .list();
  }
}
