package dev.recap.tool.binding;

import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;
import dev.recap.tool.Toolbox.Identity;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.WorkItem.Letters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from annotations what makes two calls the same, and refuses what leaves that to a guess.
 */
final class Identities {
  private final Map<String, Letters> items = new LinkedHashMap<>();
  private final Map<String, Letters> keys = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  private Identities() {}

  /**
   * The identity of a tool.
   *
   * @throws IllegalArgumentException when the marks contradict each other or say too little
   */
  static Identity of(String name, Tool said, Parameters parameters) {
    var found = new Identities();
    parameters.named.forEach(found::sort);
    try {
      String wrong = found.wrong(said, parameters.takesContext());
      if (wrong != null) {
        throw new IllegalArgumentException(wrong);
      }
      Map<String, Letters> letters = new HashMap<>(found.keys);
      letters.putAll(found.items);
      return new Identity(
          found.items.keySet().stream().findFirst().orElse(null),
          List.copyOf((said.itemAlone() ? found.items : found.keys).keySet()),
          letters,
          said.scope(),
          Duration.ofSeconds(said.keyHonouredSeconds()));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("tool '%s' %s".formatted(name, wrong.getMessage()), wrong);
    }
  }

  private void sort(String name, AnnotatedMethod.Taken parameter) {
    Item item = parameter.annotation(Item.class);
    Key key = parameter.annotation(Key.class);
    if (item != null) {
      items.put(name, item.letters());
    }
    if (key != null) {
      keys.put(name, key.letters());
    }
    if (item == null && key == null) {
      others.add(name);
    }
  }

  /** What the marks get wrong; null when all is well. */
  private @Nullable String wrong(Tool said, boolean takesContext) {
    if (items.size() > 1) {
      return "marks %s as @Item, but a call acts on one work item".formatted(items.keySet());
    }
    if (said.itemAlone() && (items.isEmpty() || !keys.isEmpty())) {
      return "says itemAlone, so it needs an @Item and no @Key, but has "
          + items.keySet()
          + keys.keySet();
    }
    if ((said.begins() || said.keyHonouredSeconds() != 0) && !takesContext) {
      return (said.begins() ? "says that it calls begins()" : "hands its idempotency key on")
          + ", so it needs a CallContext as a parameter";
    }
    if (said.effect() != Effect.ONCE || said.itemAlone() || !keys.isEmpty()) {
      return null;
    }
    if (!others.isEmpty()) {
      return "happens once, but what makes two calls the same is left to a guess: mark those of %s that count with @Key, or %s"
          .formatted(
              others,
              items.isEmpty()
                  ? "the work item with @Item"
                  : "say itemAlone = true if %s alone counts".formatted(items.keySet()));
    }
    return items.isEmpty() && said.scope() != Scope.JOURNAL
        ? "happens once and has no parameters: say scope = JOURNAL if it may happen once in a"
            + " whole journal, or give it a parameter marked @Item or @Key"
        : null;
  }
}
