package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Subject.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What the messages of a request say, taken together: later statements override earlier ones.
 *
 * @param <V> what is known of one item
 */
public final class Picture<V extends ItemView> {
  private final IntFunction<V> fresh;
  private final TreeMap<Integer, V> items = new TreeMap<>();
  private final List<Stretch> closed = new ArrayList<>();
  private final LinkedHashSet<Statement.Counted> counted = new LinkedHashSet<>();
  private boolean noneLeft;
  private Optional<String> unclaimed = Optional.empty();
  private int current;

  /**
   * Of these statements.
   *
   * @param fresh an item of which nothing is known yet
   */
  public Picture(List<Statement> statements, IntFunction<V> fresh) {
    this.fresh = fresh;
    statements.forEach(this::apply);
    unclaimed.ifPresent(tool ->
        inProgress().stream().findFirst().ifPresent(item -> item.set(Statement.ALL, tool, true)));
  }

  /** The items spoken of one by one, lowest number first. */
  public List<V> items() {
    return items.values().stream().filter(ItemView::known).toList();
  }

  /** The items in progress, lowest number first. */
  public List<V> inProgress() {
    return items.values().stream().filter(ItemView::inProgress).toList();
  }

  public Optional<V> item(int number) {
    return Optional.ofNullable(items.get(number));
  }

  /** The stretches of several items said to be closed as a whole, in the order they were said. */
  public List<Stretch> closedRanges() {
    return List.copyOf(closed);
  }

  /** How many items of closed stretches were said to have which value. */
  public List<Statement.Counted> counted() {
    return counted.stream().filter(one -> closed.contains(one.items())).toList();
  }

  public boolean noneLeft() {
    return noneLeft;
  }

  /** Whether any statement about an item was found. */
  public boolean anything() {
    return !closed.isEmpty() || !items().isEmpty();
  }

  private void apply(Statement statement) {
    switch (statement) {
      case Statement.StepIs said -> {
        V item = at(said.item());
        item.set(said.part(), said.tool(), said.done());
        touch(item);
      }
      case Statement.Closed said -> close(said.items());
      case Statement.Open said -> {
        at(said.item()).reopen();
        touch(at(said.item()));
      }
      case Statement.Fact said -> at(said.item()).fact(said.part(), said.field(), said.value());
      case Statement.Counted said -> counted.add(said);
      case Statement.Unnamed said -> unnamed(said.tool());
      case Statement.NoneLeft said -> noneLeft = said.none();
    }
  }

  /** The item of a number, closed if it lies in a stretch that is. */
  private V at(int number) {
    return items.computeIfAbsent(
        number,
        n -> {
          V item = fresh.apply(n);
          if (closed.stream().anyMatch(stretch -> stretch.holds(n))) {
            item.close();
          }
          return item;
        });
  }

  /** Closes a stretch; a longer one closes what is spoken of later too. */
  private void close(Stretch stretch) {
    if (stretch.single()) {
      at(stretch.first()).close();
    } else {
      closed.add(stretch);
      items.subMap(stretch.first(), true, stretch.last(), true).values().forEach(ItemView::close);
    }
  }

  /** A call that names no item belongs to the one in progress, or to the next that is touched. */
  private void unnamed(String tool) {
    Optional<V> open = item(current).filter(item -> !item.closed());
    if (open.isPresent()) {
      open.get().set(Statement.ALL, tool, true);
    } else {
      unclaimed = Optional.of(tool);
    }
  }

  private void touch(V item) {
    if (!item.closed()) {
      current = item.number();
      unclaimed.ifPresent(tool -> item.set(Statement.ALL, tool, true));
      unclaimed = Optional.empty();
    }
  }
}
