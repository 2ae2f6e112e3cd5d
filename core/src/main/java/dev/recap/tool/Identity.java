package dev.recap.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.work.Letters;
import dev.recap.work.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two calls of a tool have in common that are about the same item, or the same effect.
 *
 * @param item the argument that holds a work item's key; null when there is none
 * @param keys the arguments that tell two effects apart; empty for all of them
 * @param letters how the letters of these arguments count, where not as written
 * @param scope how far "at most once" reaches
 * @param keyHonoured for how long the other side knows an idempotency key again; zero for not at
 *     all
 */
public record Identity(
    @Nullable String item,
    List<String> keys,
    Map<String, Letters> letters,
    Scope scope,
    Duration keyHonoured) {
  /** No item, and all arguments count. */
  public static final Identity NONE =
      new Identity(null, List.of(), Map.of(), Scope.STANDARD, Duration.ZERO);

  public Identity {
    keys = List.copyOf(keys);
    letters = Map.copyOf(letters);
    Objects.requireNonNull(scope, "scope");
    if (keyHonoured.isNegative()) {
      throw new IllegalArgumentException(
          "a key cannot be honoured for less than no time, but was " + keyHonoured);
    }
    if (scope == Scope.OPENING && item == null) {
      throw new IllegalArgumentException(
          "the scope is an item's OPENING, but no parameter is marked @Item");
    }
  }

  /** Plain arguments with the texts of item and keys in their one spelling, which the tool gets. */
  JsonNode spelled(JsonNode arguments) {
    if (arguments instanceof ObjectNode object) {
      for (String name : keys) {
        respell(object, name);
      }
      if (item != null) {
        respell(object, item);
      }
    }
    return arguments;
  }

  private void respell(ObjectNode object, String name) {
    JsonNode value = object.get(name);
    if (value != null) {
      object.set(name, spelled(value, letters.getOrDefault(name, Letters.AS_WRITTEN)));
    }
  }

  private static JsonNode spelled(JsonNode value, Letters letters) {
    return switch (value) {
      case TextNode text -> TextNode.valueOf(letters.spell(text.textValue()));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, spelled(array.get(i), letters));
        }
        yield array;
      }
      case ObjectNode object -> {
        ObjectNode respelled = CanonicalJson.object();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          String name = Letters.AS_WRITTEN.spell(field.getKey());
          if (respelled.has(name)) {
            throw new IllegalArgumentException(
                "two names in one object are spelled '%s'".formatted(name));
          }
          respelled.set(name, spelled(field.getValue(), letters));
        }
        yield respelled;
      }
      default -> value;
    };
  }

  /** Those arguments that tell two effects apart; one that is null counts as one left out. */
  JsonNode counted(JsonNode arguments) {
    ObjectNode counted = CanonicalJson.object();
    for (String name : keys) {
      if (arguments.hasNonNull(name)) {
        counted.set(name, arguments.get(name));
      }
    }
    return keys.isEmpty() ? arguments : counted;
  }
}
