package dev.recap.web.review;

import dev.recap.desk.ticket.Message;
import dev.recap.web.ticket.Draft;
import dev.recap.web.ticket.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft in review.
 *
 * @param messages what was said after the description
 * @param next the number of the ticket behind this one; null for none
 * @param before the one before it; null for none
 * @param others who else looks at it
 * @param typed what was typed into the reply before a refusal; null for the draft
 * @param problem why the last decision was refused; null for none
 */
public record ReviewView(
    List<Waiting> waiting,
    Draft draft,
    List<Message> messages,
    @Nullable Integer before,
    @Nullable Integer next,
    List<String> others,
    @Nullable String typed,
    @Nullable String problem) {
  /** Why drafts are sent back, for the figures. */
  public static final List<String> REASONS =
      List.of("wrong answer", "wrong article", "something is missing", "tone", "other");

  /** What stands in the reply box. */
  public String reply() {
    String written = draft.ticket().handling().draft();
    return typed != null ? typed : written == null ? "" : written;
  }

  /** Who wrote. */
  public String customer() {
    return Words.customer(draft.ticket());
  }
}
