package dev.recap.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journal cannot be read or written; the message names the file and, where there is one, the
 * line.
 */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter, as far as the caller can act on it. */
  public enum Reason {
    /** Another process, or another place of this one, writes it. */
    IN_USE,
    /** Something else is there; it was not touched. */
    NOT_A_JOURNAL,
    /** A newer release wrote it. */
    NEWER,
    /** Bytes of it are not those that were written. */
    DAMAGED,
    /** Somebody else changed the file while it was open. */
    CHANGED,
    /** An entry that could not be read again; nothing of what came with it was written. */
    REFUSED,
    /** It is closed, or a write or a sync failed: only opening it again tells what is on record. */
    CLOSED,
    /** The file system said no. */
    IO
  }

  private final Reason reason;

  /** One with a cause. */
  public JournalException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public JournalException(Reason reason, String message) {
    this(reason, message, null);
  }

  public Reason reason() {
    return reason;
  }
}
