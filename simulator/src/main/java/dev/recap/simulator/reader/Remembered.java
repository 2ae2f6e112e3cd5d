package dev.recap.simulator.reader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers of a pure function, kept so that a text that comes again with every request of a run is
 * read once. Bounded: when it is full it starts anew. Safe for use by several threads.
 */
public final class Remembered<K, V> {
  private final int most;
  private final Function<K, V> function;
  private final Map<K, V> known = new ConcurrentHashMap<>();

  public Remembered(int most, Function<K, V> function) {
    this.most = most;
    this.function = function;
  }

  public V of(K key) {
    V value = known.get(key);
    if (value != null) {
      return value;
    }
    V fresh = function.apply(key);
    if (known.size() >= most) {
      known.clear();
    }
    known.put(key, fresh);
    return fresh;
  }
}
