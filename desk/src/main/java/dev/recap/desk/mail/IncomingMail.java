package dev.recap.desk.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was read.
 *
 * @param text at most 500,000 characters, with its quotes; empty for none
 * @param raw the mail as it came, for another look later; null where it is too large to be kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IncomingMail(
    Envelope envelope,
    Nature nature,
    String text,
    List<Attachment> attachments,
    byte @Nullable [] raw) {

  /** The length of {@link #text}. */
  static final int MOST_TEXT = 500_000;

  /**
   * Whose it is and what it belongs to.
   *
   * @param messageId null where it has none that can be used
   * @param digest of sender, date, subject and text
   * @param sender whom an answer would go to; null where there is no such address
   * @param subject on one line; may be empty
   * @param tokens what stands in the place of the token in addresses of ours that it went to
   * @param references the mails it answers, the nearest first
   * @param received by the server
   */
  record Envelope(
      @Nullable String messageId,
      String digest,
      @Nullable Sender sender,
      String subject,
      List<String> tokens,
      List<String> references,
      Instant received) {
    Envelope {
      tokens = List.copyOf(tokens);
      references = List.copyOf(references);
      Objects.requireNonNull(received, "received");
    }
  }

  /**
   * Who wrote.
   *
   * @param name null for none
   */
  record Sender(String address, @Nullable String name) {}

  /** What kind of mail it is, by its headers and its form. */
  sealed interface Nature {
    /** As far as one can tell, somebody wrote it. */
    record Written() implements Nature {}

    /** It answers nobody and wants no answer. */
    record Automatic(String reason) implements Nature {}

    /**
     * A mail of ours did not arrive.
     *
     * @param messageIds of the mail
     */
    record Bounce(List<String> messageIds, String said) implements Nature {
      public Bounce {
        messageIds = List.copyOf(messageIds);
      }
    }

    /** Nothing can be made of it. */
    record Unreadable(String reason) implements Nature {}
  }

  IncomingMail {
    Objects.requireNonNull(envelope, "envelope");
    Objects.requireNonNull(nature, "nature");
    attachments = List.copyOf(attachments);
    text = CleanText.cut(text, MOST_TEXT);
  }
}
