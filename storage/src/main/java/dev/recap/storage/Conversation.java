package dev.recap.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a list shows it.
 *
 * @param title the first line of what was said first, cut short
 * @param state how its last run stands
 * @param outcome the name of the last run's result; null while it has not ended
 * @param holder who writes it now; null for nobody
 * @param unread messages in its inbox that nobody has taken yet
 */
public record Conversation(
    String id,
    String title,
    State state,
    @Nullable String outcome,
    long entries,
    Instant created,
    Instant updated,
    @Nullable String holder,
    int unread) {

  /** How the last run of a conversation stands. */
  public enum State {
    /** Nothing was said yet. */
    EMPTY,
    /** It can go on: it is being worked on, waits for somebody, or was left. */
    RUNNING,
    /** Its last run has ended. */
    ENDED
  }

  /** Who writes it now. */
  public Optional<String> writer() {
    return Optional.ofNullable(holder);
  }
}
