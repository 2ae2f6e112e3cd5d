package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Statement.Counted;
import dev.recap.simulator.reader.Subject.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the messages of a request say, taken together: later statements override earlier ones.
 *
 * @param <V> what is known of one item
 */
public final class Picture<V extends ItemView<?>> {
  private final List<Statement> statements;
  private final IntFunction<V> fresh;
  private final TreeMap<Integer, V> items = new TreeMap<>();
  private final List<Stretch> closed = new ArrayList<>();
  private final List<Counted> counted = new ArrayList<>();
  private boolean noneLeft;
  private Optional<String> unclaimed = Optional.empty();
  private int current;

  /**
   * Of these statements.
   *
   * @param fresh an item of which nothing is known yet
   */
  public Picture(List<Statement> statements, IntFunction<V> fresh) {
    this.statements = statements;
    this.fresh = fresh;
    statements.forEach(this::apply);
    unclaimed.ifPresent(tool ->
        inProgress().stream().findFirst().ifPresent(item -> item.set(Statement.ALL, tool, true)));
  }

  /** What they say when these are said last. */
  public Picture<V> and(List<Statement> more) {
    return new Picture<>(Stream.concat(statements.stream(), more.stream()).toList(), fresh);
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

  /** The closed items, those of stretches and those spoken of one by one, each once. */
  public List<Stretch> allClosed() {
    List<Stretch> all = new ArrayList<>(closed);
    items().stream().filter(ItemView::closed).forEach(item -> all.add(Stretch.of(item.number())));
    return Stretch.joined(all);
  }

  /** How many closed items have which value of a field, each item once. */
  public Map<String, Integer> counts(String field) {
    List<Stretch> told =
        counted.stream().filter(one -> one.field().equals(field)).map(Counted::items).toList();
    List<Stretch> widest =
        told.stream()
            .filter(closed::contains)
            .filter(one -> told.stream().noneMatch(o -> !o.equals(one) && o.holds(one)))
            .toList();
    Map<String, Integer> counts = new TreeMap<>();
    counted.stream()
        .filter(one -> one.field().equals(field) && widest.contains(one.items()))
        .forEach(one -> counts.merge(one.value(), one.count(), Integer::sum));
    items().stream()
        .filter(item -> item.closed() && widest.stream().noneMatch(s -> s.holds(item.number())))
        .flatMap(item -> item.fact(Statement.ALL, field).stream())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
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
      case Counted said -> {
        counted.removeIf(said::tellsAnew);
        counted.add(said);
      }
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
