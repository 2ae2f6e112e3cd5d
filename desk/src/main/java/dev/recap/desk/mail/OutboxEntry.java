package dev.recap.desk.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reply in the outbox.
 *
 * @param thread what makes it an answer in the eyes of a mail client
 * @param notBefore until then it can be undone
 * @param at when it was put there
 */
public record OutboxEntry(
    long id,
    OutgoingMail mail,
    Conversation thread,
    Progress progress,
    Instant notBefore,
    Instant at) {

  /**
   * Names that hold a conversation together.
   *
   * @param messageId chosen once, also for a second attempt, so that the other side can tell
   * @param references the mails before it, oldest first
   * @param token what its ticket's reply address is made of
   */
  public record Conversation(
      String messageId, @Nullable String inReplyTo, List<String> references, String token) {
    public Conversation {
      Objects.requireNonNull(messageId, "messageId");
      references = List.copyOf(references);
    }
  }

  /**
   * How far it has come.
   *
   * @param said what the other side, or a person, said of it last
   * @param bounced what a bounce said after it was sent
   * @param attempts how often the dialogue was begun
   */
  public record Progress(
      OutboxState state, @Nullable String said, @Nullable String bounced, int attempts) {}

  public OutboxState state() {
    return progress.state();
  }

  /**
   * Why it has not reached the customer, or nobody knows whether it has; empty while all is well.
   */
  public Optional<String> trouble() {
    return switch (progress.state()) {
      case UNKNOWN, FAILED -> Optional.ofNullable(progress.said());
      case SENT -> Optional.ofNullable(progress.bounced());
      case WAITING, SENDING, WITHDRAWN -> Optional.empty();
    };
  }
}
