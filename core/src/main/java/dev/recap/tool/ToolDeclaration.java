package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.work.Effect;
import dev.recap.work.EffectKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool declares about its calls.
 *
 * @param itemArgument the argument that holds a work item's key; null when there is none
 * @param keyArguments the arguments that tell two effects apart; empty for all of them
 * @param role whether a call opens or closes a work item
 * @param approval whether a person has to say yes before a call runs
 */
public record ToolDeclaration(
    String tool,
    Effect effect,
    @Nullable String itemArgument,
    List<String> keyArguments,
    Role role,
    boolean approval) {

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
    keyArguments = List.copyOf(keyArguments);
    if (role instanceof Role.Closes && itemArgument == null) {
      throw new IllegalArgumentException(
          "tool '%s' closes a work item, so one parameter must be marked @Item".formatted(tool));
    }
  }

  /** The item a call names; empty when the tool has no such argument or it is not a usable key. */
  public Optional<WorkItem> item(String arguments) {
    if (itemArgument == null) {
      return Optional.empty();
    }
    JsonNode key = CanonicalJson.read(arguments).path(itemArgument);
    try {
      return key.isTextual() || key.isIntegralNumber()
          ? Optional.of(new WorkItem(key.asText()))
          : Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Whether a call names no usable item although it gives one, or has to because it closes it. */
  public boolean lacksItem(String arguments) {
    boolean given = itemArgument != null && CanonicalJson.read(arguments).hasNonNull(itemArgument);
    return (given || role instanceof Role.Closes) && item(arguments).isEmpty();
  }

  /** What makes a call the same effect as another. */
  public EffectKey effectKey(@Nullable Opening opening, String arguments) {
    JsonNode all = CanonicalJson.read(arguments);
    return EffectKey.of(
        tool, opening, CanonicalJson.write(keyArguments.isEmpty() ? all : counted(all)));
  }

  /**
   * Which part of its item an idempotent call sets, as canonical JSON: of two calls for one part
   * the last counts. Null for the item as a whole.
   */
  public @Nullable String part(String arguments) {
    return effect == Effect.IDEMPOTENT && !keyArguments.isEmpty()
        ? CanonicalJson.write(counted(CanonicalJson.read(arguments)))
        : null;
  }

  private ObjectNode counted(JsonNode all) {
    ObjectNode counted = JsonNodeFactory.instance.objectNode();
    keyArguments.forEach(name -> counted.set(name, all.path(name)));
    return counted;
  }
}
