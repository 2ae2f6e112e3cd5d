package dev.recap.tool;

import dev.recap.work.Effect;
import java.util.List;
import java.util.Objects;

/**
 * What a tool declares about its calls.
 *
 * @param identity which item a call is about, and what makes two calls the same effect
 * @param role whether a call opens or closes a work item
 * @param approval whether a person has to say yes before a call runs
 */
public record ToolDeclaration(
    String tool, Effect effect, Identity identity, Role role, boolean approval) {

  /** What a tool does to the life of a work item. */
  public sealed interface Role {
    /** It works on an item that is open, or on none. */
    record Works() implements Role {}

    /** It hands out items. */
    record Opens() implements Role {}

    /** It finishes the item it is called on, once the named tools have succeeded for it. */
    record Closes(List<String> requires) implements Role {
      public Closes {
        requires = List.copyOf(requires);
      }
    }
  }

  public ToolDeclaration {
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(effect, "effect");
    Objects.requireNonNull(identity, "identity");
    if (role instanceof Role.Closes && effect == Effect.READ_ONLY) {
      throw new IllegalArgumentException(
          "tool '%s' closes a work item, so it is not READ_ONLY".formatted(tool));
    }
    if (role instanceof Role.Closes && identity.item() == null) {
      throw new IllegalArgumentException(
          "tool '%s' closes a work item, so one parameter must be marked @Item".formatted(tool));
    }
  }

  /** Whether a call of it opens an item anew that was closed: looking does not. */
  public boolean opensAgain() {
    return role instanceof Role.Opens && effect.changes();
  }
}
