package dev.recap.desk.trial;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a ticket, a person or the agent; null for what they did not decide.
 *
 * @param reply what was, or would be, answered to the customer
 */
public record Decisions(
    @Nullable String category,
    @Nullable String priority,
    @Nullable String team,
    @Nullable String reply) {

  /** What was decided of a field; null for nothing. */
  @Nullable String of(Field field) {
    return switch (field) {
      case CATEGORY -> category;
      case PRIORITY -> priority;
      case TEAM -> team;
    };
  }

  Decisions withoutReply() {
    return new Decisions(category, priority, team, null);
  }

  /** Whether nothing was decided at all. */
  boolean isEmpty() {
    return category == null && priority == null && team == null && reply == null;
  }
}
