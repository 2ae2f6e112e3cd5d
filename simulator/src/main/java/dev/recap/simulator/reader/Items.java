package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Subject.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The items that a request speaks of by number, and the stretches closed as a whole. */
public final class Items<V> {
  private final TreeMap<Integer, V> items = new TreeMap<>();
  private final List<Stretch> closed = new ArrayList<>();
  private final IntFunction<V> fresh;
  private final Consumer<V> close;

  /**
   * Those of one kind.
   *
   * @param fresh an item of which nothing is known yet
   * @param close closes one
   */
  public Items(IntFunction<V> fresh, Consumer<V> close) {
    this.fresh = fresh;
    this.close = close;
  }

  /** The item of a number, closed if it lies in a stretch that is. */
  public V at(int number) {
    return items.computeIfAbsent(
        number,
        n -> {
          V item = fresh.apply(n);
          if (closed.stream().anyMatch(stretch -> stretch.holds(n))) {
            close.accept(item);
          }
          return item;
        });
  }

  /** Closes a stretch; a longer one closes what is spoken of later too. */
  public void close(Stretch stretch) {
    if (stretch.single()) {
      close.accept(at(stretch.first()));
    } else {
      closed.add(stretch);
      items.subMap(stretch.first(), true, stretch.last(), true).values().forEach(close);
    }
  }

  /** The items spoken of one by one, lowest number first. */
  public List<V> all() {
    return List.copyOf(items.values());
  }

  /** The stretches of several items said to be closed, in the order they were said. */
  public List<Stretch> closed() {
    return List.copyOf(closed);
  }
}
