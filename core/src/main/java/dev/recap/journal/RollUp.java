package dev.recap.journal;

import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is left of the oldest closed items: how many, from which to which, and how often each choice
 * came up.
 *
 * @param counts by the fact's name, then by its value
 */
public record RollUp(
    int items, String first, String last, Map<String, Map<String, Integer>> counts) {
  public static final RollUp NONE = new RollUp(0, "", "", Map.of());

  public RollUp {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    // In the order given: the text of the counts depends on it.
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    counts.forEach(
        (name, values) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(values))));
    counts = Collections.unmodifiableMap(copy);
  }

  /** Adds one more item at the end. */
  public RollUp plus(Opening opening, List<Fact> facts) {
    Map<String, Map<String, Integer>> more = new LinkedHashMap<>(counts);
    for (Fact fact : facts) {
      if (fact.kind() == Fact.Kind.CHOICE) {
        Map<String, Integer> values = new TreeMap<>(more.getOrDefault(fact.name(), Map.of()));
        values.merge(fact.value(), 1, Integer::sum);
        more.put(fact.name(), values);
      }
    }
    return new RollUp(items + 1, items == 0 ? opening.toString() : first, opening.toString(), more);
  }
}
