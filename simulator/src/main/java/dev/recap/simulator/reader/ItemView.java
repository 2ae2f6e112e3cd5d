package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Step.Todo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the messages say of one item, and so what is left to do about it.
 *
 * @param <S> the steps of its kind
 */
public abstract class ItemView<S extends Step> {
  /** What is said of one part of it. */
  private record Part(Map<String, Boolean> steps, Map<String, String> facts) {}

  private final int number;
  private final String id;
  private final S fetching;
  private final S closing;
  private final TreeMap<String, Part> parts = new TreeMap<>();
  private boolean open;
  private boolean closed;

  /**
   * Of an item of which nothing is known.
   *
   * @param fetching the first step of its kind
   * @param closing the last step of its kind
   */
  protected ItemView(Subject.Names names, int number, S fetching, S closing) {
    this.number = number;
    this.id = names.prefix() + number;
    this.fetching = fetching;
    this.closing = closing;
  }

  public final int number() {
    return number;
  }

  /** Its name. */
  public final String id() {
    return id;
  }

  public final boolean closed() {
    return closed;
  }

  /** Whether work on it was begun and is not over. */
  public final boolean inProgress() {
    return !closed && (open || anyDone() || handedOut());
  }

  /** Whether what is known of it shows that it was handed out. */
  protected abstract boolean handedOut();

  /** The steps it needs, in order: the fetching first, the closing last. */
  protected abstract List<Todo<S>> steps();

  /** Whether a step is known to be done; fetching is implied by whatever came after it. */
  public final boolean done(Todo<S> todo) {
    S step = todo.step();
    if (closed || step.equals(closing)) {
      return closed;
    }
    return step.equals(fetching) ? inProgress() : said(todo.part(), step).orElse(false);
  }

  /** The steps not known to be done, in order. */
  public final List<Todo<S>> undone() {
    return steps().stream().filter(todo -> !done(todo)).toList();
  }

  /** The steps known to be done, in order. */
  public final List<Todo<S>> doneSteps() {
    return steps().stream().filter(this::done).toList();
  }

  /** Whether a step needs words or values of the item that are not in view. */
  public abstract boolean lacksFacts(Todo<S> todo);

  /** What has to be taken for a step now: another step where it needs what that one gives. */
  public Todo<S> means(Todo<S> todo) {
    return todo;
  }

  /** Whether anything is said of it that bears on the work. */
  final boolean known() {
    return open || closed || !parts.isEmpty();
  }

  /** The names of its parts. */
  protected final List<String> partNames() {
    return parts.keySet().stream().filter(part -> !part.isEmpty()).toList();
  }

  /** What is said of a step of a part; of all parts where nothing is said of this one. */
  protected final Optional<Boolean> said(String part, S step) {
    Optional<Boolean> own =
        Optional.ofNullable(parts.get(part)).map(one -> one.steps().get(step.tool()));
    return own.isPresent() || part.isEmpty() ? own : said(Statement.ALL, step);
  }

  private boolean anyDone() {
    return parts.values().stream().anyMatch(part -> part.steps().containsValue(true));
  }

  public final Optional<String> fact(String part, String field) {
    return Optional.ofNullable(parts.get(part)).map(one -> one.facts().get(field));
  }

  protected final void set(String part, String tool, boolean done) {
    if (part.isEmpty()) {
      parts.values().forEach(one -> one.steps().remove(tool));
    }
    at(part).steps().put(tool, done);
    if (tool.equals(closing.tool())) {
      closed = done;
      if (done) {
        close();
      }
    }
  }

  protected void close() {
    closed = true;
    open = false;
  }

  final void reopen() {
    open = true;
    closed = false;
    parts.values().forEach(part -> part.steps().remove(closing.tool()));
  }

  final void fact(String part, String field, String value) {
    at(part).facts().put(field, value);
  }

  private Part at(String part) {
    return parts.computeIfAbsent(part, p -> new Part(new HashMap<>(), new HashMap<>()));
  }
}
