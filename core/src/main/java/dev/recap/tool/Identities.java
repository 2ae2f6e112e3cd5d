package dev.recap.tool;

import dev.recap.work.Effect;
import dev.recap.work.Letters;
import dev.recap.work.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads from annotations what makes two calls the same, and refuses what leaves that to a guess.
 */
final class Identities {
  private final String tool;
  private final List<String> items = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, Letters> letters = new HashMap<>();

  private Identities(String tool) {
    this.tool = tool;
  }

  /**
   * The identity of a tool.
   *
   * @throws IllegalArgumentException when the marks contradict each other or say too little
   */
  static Identity of(String name, Tool tool, Parameters parameters) {
    var found = new Identities(name);
    parameters.named().forEach(found::sort);
    found.check(tool, parameters.takesContext());
    return found.identity(tool);
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
    if (items.size() > 1) {
      throw refusal("marks %s as @Item, but a call acts on one work item".formatted(items));
    }
    if (said.itemAlone() && (items.isEmpty() || !keys.isEmpty())) {
      throw refusal("says itemAlone, so it needs an @Item and no @Key, but has " + items + keys);
    }
    if (said.begins() && !takesContext) {
      throw refusal("says that it calls begins(), so it needs a CallContext as a parameter");
    }
    if (said.keyHonouredSeconds() != 0 && !takesContext) {
      throw refusal("hands its idempotency key on, so it needs a CallContext as a parameter");
    }
    if (said.effect() == Effect.ONCE && !saysWhatCounts(said)) {
      throw refusal(
          others.isEmpty()
              ? "happens once and has no parameters: say scope = JOURNAL if it may happen once in a"
                  + " whole journal, or give it a parameter marked @Item or @Key"
              : ("happens once, but what makes two calls the same is left to a guess: mark those of"
                      + " %s that count with @Key, or %s")
                  .formatted(
                      others,
                      items.isEmpty()
                          ? "the work item with @Item"
                          : "say itemAlone = true if %s alone counts".formatted(items)));
    }
  }

  private boolean saysWhatCounts(Tool said) {
    boolean onceAtAll = items.isEmpty() && others.isEmpty() && said.scope() == Scope.JOURNAL;
    return !keys.isEmpty()
        || said.itemAlone()
        || onceAtAll
        || (!items.isEmpty() && others.isEmpty());
  }

  private Identity identity(Tool said) {
    try {
      return new Identity(
          items.isEmpty() ? null : items.getFirst(),
          said.itemAlone() ? items : keys,
          letters,
          said.scope(),
          Duration.ofSeconds(said.keyHonouredSeconds()));
    } catch (IllegalArgumentException wrong) {
      throw refusal(String.valueOf(wrong.getMessage()));
    }
  }

  private IllegalArgumentException refusal(String why) {
    return new IllegalArgumentException("tool '%s' %s".formatted(tool, why));
  }
}
