package dev.recap.desk.queue;

import dev.recap.desk.rules.DeskRules.Step;
import org.jspecify.annotations.Nullable;

/** What a person does to many tickets at once. */
public sealed interface BulkChange {

  /**
   * Gives them to somebody, or to nobody. The agent may still work on what nobody has taken from
   * it.
   *
   * @param name null for nobody
   */
  record Owner(@Nullable String name) implements BulkChange {
    public Owner {
      if (name != null) {
        name = oneLine("owner", name);
      }
    }
  }

  /**
   * Sets a category, a priority or a team, which the agent leaves as it is from then on.
   *
   * @param name one that the rules of the desk have
   */
  record Value(Step part, String name) implements BulkChange {
    public Value {
      if (part == Step.DRAFT) {
        throw new IllegalArgumentException(
            "part was DRAFT, but a category, a priority or a team was expected: a draft answers one"
                + " ticket");
      }
    }
  }

  /** Closes them, whether they were answered or not. */
  record Close() implements BulkChange {}

  /** Puts them back into the queue; a draft that they have is stale from then on. */
  record Reopen() implements BulkChange {}

  /**
   * Picks waiting tickets for a shift.
   *
   * @param name of the lot; null to take them out of the one that they are in
   */
  record Lot(@Nullable String name) implements BulkChange {
    public Lot {
      if (name != null) {
        name = oneLine("lot", name);
      }
    }
  }

  private static String oneLine(String field, String text) {
    String stripped = text.strip();
    boolean fits = !stripped.isEmpty() && stripped.length() <= 100;
    if (!fits || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s was '%s', but 1 to 100 characters on one line were expected"
              .formatted(field, stripped.length() <= 100 ? stripped : stripped.substring(0, 100)));
    }
    return stripped;
  }
}
