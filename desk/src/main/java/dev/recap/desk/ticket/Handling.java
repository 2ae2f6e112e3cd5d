package dev.recap.desk.ticket;

import dev.recap.desk.rules.DeskRules.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a ticket so far; each part is null until somebody sets it.
 *
 * @param byPeople who set a part, where it was a person: the agent leaves it as it is
 */
public record Handling(
    @Nullable String category,
    @Nullable String priority,
    @Nullable String team,
    @Nullable String draft,
    Map<Step, String> byPeople) {

  /** How every ticket is born. */
  public static final Handling NONE = new Handling(null, null, null, null, Map.of());

  public Handling {
    byPeople = Map.copyOf(byPeople);
  }

  /** What is not set yet of what is needed, in the order of {@link Step}. */
  public List<Step> missing(Set<Step> needed) {
    return Arrays.stream(Step.values())
        .filter(needed::contains)
        .filter(step -> value(step) == null)
        .toList();
  }

  /** The draft's characters; 0 when there is none. */
  public int draftLength() {
    return draft == null ? 0 : draft.length();
  }

  /** What stands in a part; null for nothing. */
  public @Nullable String value(Step part) {
    return switch (part) {
      case CATEGORY -> category;
      case PRIORITY -> priority;
      case TEAM -> team;
      case DRAFT -> draft;
    };
  }
}
