package dev.recap.simulator.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the messages say of one item. */
public abstract class ItemView {
  /** What is said of one part of it. */
  private record Part(Map<String, Boolean> steps, Map<String, String> facts) {}

  private final int number;
  private final String closing;
  private final TreeMap<String, Part> parts = new TreeMap<>();
  private boolean open;
  private boolean closed;

  /**
   * Of an item of which nothing is known.
   *
   * @param closing the tool that closes it
   */
  protected ItemView(int number, String closing) {
    this.number = number;
    this.closing = closing;
  }

  public final int number() {
    return number;
  }

  public final boolean closed() {
    return closed;
  }

  /** Whether it was said to be open. */
  protected final boolean open() {
    return open;
  }

  /** Whether work on it was begun and is not over. */
  public abstract boolean inProgress();

  /** Whether anything is said of it that bears on the work. */
  public final boolean known() {
    return open || closed || !parts.isEmpty();
  }

  /** The names of its parts. */
  protected final List<String> partNames() {
    return parts.keySet().stream().filter(part -> !part.isEmpty()).toList();
  }

  /** What is said of a step of a part; of all parts where nothing is said of this one. */
  protected final Optional<Boolean> said(String part, String tool) {
    Optional<Boolean> own = Optional.ofNullable(parts.get(part)).map(one -> one.steps().get(tool));
    return own.isPresent() || part.isEmpty() ? own : said(Statement.ALL, tool);
  }

  /** Whether any step of it is said to be done. */
  protected final boolean anyDone() {
    return parts.values().stream().anyMatch(part -> part.steps().containsValue(true));
  }

  public final Optional<String> fact(String part, String field) {
    return Optional.ofNullable(parts.get(part)).map(one -> one.facts().get(field));
  }

  public final void set(String part, String tool, boolean done) {
    if (part.isEmpty()) {
      parts.values().forEach(one -> one.steps().remove(tool));
    }
    at(part).steps().put(tool, done);
    if (tool.equals(closing)) {
      closed = done;
      if (done) {
        close();
      }
    }
  }

  public void close() {
    closed = true;
    open = false;
  }

  final void reopen() {
    open = true;
    closed = false;
    parts.values().forEach(part -> part.steps().remove(closing));
  }

  final void fact(String part, String field, String value) {
    at(part).facts().put(field, value);
  }

  private Part at(String part) {
    return parts.computeIfAbsent(part, p -> new Part(new HashMap<>(), new HashMap<>()));
  }

  /** Takes over what is known of another one. */
  protected final void like(ItemView other) {
    other.parts.forEach((name, part) ->
        parts.put(name, new Part(new HashMap<>(part.steps()), new HashMap<>(part.facts()))));
    open = other.open;
    closed = other.closed;
  }
}
