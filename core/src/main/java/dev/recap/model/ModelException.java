package dev.recap.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no reply: what the provider or the network said, after the adapter's own retries. */
public class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as the caller can act on it. */
  public enum Category {
    /** The request is malformed: a mistake of the program. */
    INVALID_REQUEST,
    /** The key is missing, wrong or not allowed. */
    AUTHENTICATION,
    /** The account cannot pay. */
    BILLING,
    /** The model or the address does not exist. */
    NOT_FOUND,
    /** Prompt and reply do not fit the window: compact and ask again. */
    WINDOW_OVERFLOW,
    /** Thinking in the prompt is bound to another one: it has to leave, for good. */
    STALE_THINKING,
    /** The newest reply was sent without its thinking, and has to be sent with it. */
    MISSING_THINKING,
    /** Too many requests; a later try may succeed. */
    RATE_LIMIT,
    /** The provider failed or was overloaded; a later try may succeed. */
    PROVIDER,
    /** No answer in time; a later try may succeed. */
    TIMEOUT,
    /** The connection failed; a later try may succeed. */
    CONNECTION,
    /** The thread was interrupted while it waited. */
    INTERRUPTED,
    /** The answer could not be understood. */
    INVALID_REPLY
  }

  private final Category category;
  private final @Nullable String requestId;

  public ModelException(
      Category category, String message, @Nullable String requestId, @Nullable Throwable cause) {
    super(message, cause);
    this.category = Objects.requireNonNull(category, "category");
    this.requestId = requestId;
  }

  /**
   * Whether a provider, or a gateway before it, says that the prompt does not fit: for adapters,
   * which choose the category. A status of 413 says so without a word; whatever speaks of a rate
   * does not.
   *
   * @param status of the HTTP answer; 0 where it is not known
   * @param words the answer's own, in any form; may be empty
   */
  public static boolean tellsOverflow(int status, String words) {
    return OverflowWords.in(status, words);
  }

  public Category category() {
    return category;
  }

  /** The provider's name for the failed exchange, for its support. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }
}
