package dev.recap.simulator.agent;

import dev.recap.simulator.AgentMode;
import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Step;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Work on items that are handed out one by one, each of which needs certain steps.
 *
 * @param <S> the steps, in the order they are taken: the first fetches an item, the last closes it
 * @param <V> what is known of one item
 */
public abstract class ItemWork<S extends Step, V extends ItemView<S>> implements Work {
  private static final Pattern ALL = Words.wholeWords("all|every|each|everything");

  private final List<S> steps;
  private final Pattern task;

  /**
   * Work in these steps.
   *
   * @param task the words that ask for it
   */
  protected ItemWork(S[] steps, Pattern task) {
    this.steps = List.of(steps);
    this.task = task;
  }

  /** The reader that goes by a request's tools. */
  protected abstract Reader reader(MessagesRequest request);

  /** An item of which nothing is known. */
  protected abstract V unknown(MessagesRequest request, int number);

  /** Whether a step need not wait for another. */
  protected abstract boolean together(S step, S other);

  /** A reply that takes steps of an item. */
  protected abstract Reply take(MessagesRequest request, V item, List<Todo<S>> todo);

  /** A reply that obeys an order, empty if it was obeyed. */
  protected abstract Optional<Reply> obey(MessagesRequest request, Picture<V> picture, Order order);

  /** The account that ends the work, of every item that can still be seen. */
  protected abstract String account(Picture<V> picture);

  /** What the work is, such as "the stock count". */
  protected abstract String title();

  /** What is known of an item, in a sentence or two. */
  protected abstract String state(V item);

  /** A summary that tells of these items, and enough of the task to go on without it. */
  protected abstract String summary(
      MessagesRequest request, SummaryAsk ask, List<V> items, Picture<V> picture);

  final S fetching() {
    return steps.getFirst();
  }

  final S closing() {
    return steps.getLast();
  }

  /** The step that a tool takes. */
  final Optional<S> step(String tool) {
    return steps.stream().filter(step -> step.tool().equals(tool)).findFirst();
  }

  /** Whether a tool takes one of its steps. */
  public final boolean knows(String tool) {
    return step(tool).isPresent();
  }

  /** Whether a request has one of its tools. */
  public final boolean servedBy(MessagesRequest request) {
    return steps.stream().anyMatch(step -> request.tool(step.tool()).isPresent());
  }

  /** Whether anybody asked for it. */
  protected final boolean taskGiven(MessagesRequest request) {
    return asked(request.system(), request.messages()).anyMatch(text -> task.matcher(text).find());
  }

  /** The texts in which a task may stand. */
  static Stream<String> asked(String system, List<Message> messages) {
    return Stream.concat(
        Stream.of(system), messages.stream().filter(Message::fromUser).flatMap(Message::texts));
  }

  @Override
  public final WorkInView read(MessagesRequest request, AgentMode mode) {
    return new ItemsInView<>(this, request, picture(request, request.messages(), mode));
  }

  @Override
  public final Told tell(MessagesRequest request, SummaryAsk ask) {
    return new ItemsTold<>(
        this, request, ask, picture(request, ask.messages(), AgentMode.obedient()));
  }

  private Picture<V> picture(MessagesRequest request, List<Message> messages, AgentMode mode) {
    return new Picture<>(
        reader(request).read(request.system(), messages, mode), number -> unknown(request, number));
  }

  /** The items an order is about: those it names, for "all" those in progress, else one of them. */
  protected final List<V> meant(MessagesRequest request, Picture<V> picture, Order order) {
    List<Integer> named = reader(request).vocabulary().items(order.words());
    if (!named.isEmpty()) {
      return named.stream()
          .map(number -> picture.item(number).orElseGet(() -> unknown(request, number)))
          .toList();
    }
    long most = ALL.matcher(order.words()).find() ? Long.MAX_VALUE : 1;
    return picture.inProgress().stream().limit(most).toList();
  }

  /** Whether a step was taken since an order was given, with that value if one is given. */
  protected final boolean taken(
      MessagesRequest request, Order order, Todo<S> todo, int item, String value) {
    Vocabulary vocabulary = reader(request).vocabulary();
    return order
        .callsAfter(request)
        .filter(call -> call.name().equals(todo.step().tool()))
        .filter(call -> vocabulary.item(call.input()).filter(n -> n == item).isPresent())
        .filter(call -> todo.part().isEmpty() || vocabulary.part(call.input()).equals(todo.part()))
        .anyMatch(call -> value.isEmpty() || call.input().toString().contains(value));
  }
}
