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
import java.util.List;
import java.util.Map;

/**
 * Reads from annotations what makes two calls the same, and refuses what leaves that to a guess.
 */
final class Identities {
  private final List<String> items = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, Letters> letters = new HashMap<>();

  private Identities() {}

  /**
   * The identity of a tool.
   *
   * @throws IllegalArgumentException when the marks contradict each other or say too little
   */
  static Identity of(String name, Tool said, Parameters parameters) {
    var found = new Identities();
    parameters.named().forEach(found::sort);
    try {
      found.check(said, parameters.takesContext());
      return new Identity(
          found.items.stream().findFirst().orElse(null),
          said.itemAlone() ? found.items : found.keys,
          found.letters,
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
      items.add(name);
      letters.put(name, item.letters());
    } else if (key == null) {
      others.add(name);
    }
    if (key != null) {
      keys.add(name);
      letters.putIfAbsent(name, key.letters());
    }
  }

  private void check(Tool said, boolean takesContext) {
    refuseIf(
        items.size() > 1, "marks %s as @Item, but a call acts on one work item".formatted(items));
    refuseIf(
        said.itemAlone() && (items.isEmpty() || !keys.isEmpty()),
        "says itemAlone, so it needs an @Item and no @Key, but has " + items + keys);
    refuseIf(
        said.begins() && !takesContext,
        "says that it calls begins(), so it needs a CallContext as a parameter");
    refuseIf(
        said.keyHonouredSeconds() != 0 && !takesContext,
        "hands its idempotency key on, so it needs a CallContext as a parameter");
    refuseIf(said.effect() == Effect.ONCE && !saysWhatCounts(said), leftToAGuess());
  }

  private String leftToAGuess() {
    return others.isEmpty()
        ? "happens once and has no parameters: say scope = JOURNAL if it may happen once in a"
            + " whole journal, or give it a parameter marked @Item or @Key"
        : ("happens once, but what makes two calls the same is left to a guess: mark those of"
                + " %s that count with @Key, or %s")
            .formatted(
                others,
                items.isEmpty()
                    ? "the work item with @Item"
                    : "say itemAlone = true if %s alone counts".formatted(items));
  }

  private boolean saysWhatCounts(Tool said) {
    return !keys.isEmpty()
        || said.itemAlone()
        || (others.isEmpty() && (!items.isEmpty() || said.scope() == Scope.JOURNAL));
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }
}
