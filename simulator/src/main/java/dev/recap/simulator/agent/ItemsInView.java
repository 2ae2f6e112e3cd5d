package dev.recap.simulator.agent;

import dev.recap.simulator.Gullible;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.reader.ItemView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a request shows of items, and what to do: the first open one's next step, or the next. */
record ItemsInView<S extends Step, V extends ItemView<S>>(
    ItemWork<S, V> work, MessagesRequest request, Picture<V> picture) implements WorkInView {

  @Override
  public String item() {
    return work.reader(request).vocabulary().item();
  }

  @Override
  public boolean given() {
    return work.taskGiven(request) || picture.anything();
  }

  @Override
  public boolean anyItem() {
    return picture.anything();
  }

  @Override
  public boolean betweenItems() {
    return picture.inProgress().isEmpty() && picture.anything();
  }

  @Override
  public Reply next(Schedule schedule) {
    Attempts attempts = Attempts.in(request.messages(), work.reader(request).vocabulary());
    List<V> open =
        picture.inProgress().stream().filter(item -> !closingGivenUp(attempts, item)).toList();
    if (open.isEmpty()) {
      return withoutOpenItem(attempts);
    }
    V item = choose(open, attempts);
    List<Todo<S>> todo = todo(item).filter(one -> !attempts.givenUp(one, item.number())).toList();
    Todo<S> first = todo.getFirst();
    boolean canFetch = attempts.fetchesInARow() == 0 && !attempts.givenUp(fetching(), 0);
    if (canFetch && item.lacksFacts(first)) {
      return fetch(item.id());
    }
    if (!has(first)) {
      return missing(first, item.id());
    }
    boolean several = schedule == Schedule.PARALLEL && request.demands().choice().parallel();
    List<Todo<S>> now =
        todo.stream()
            .filter(one -> several && has(one) && work.together(first.step(), one.step()))
            .toList();
    return work.take(request, item, now.isEmpty() ? List.of(first) : now);
  }

  /** What is left to do of an item, in order, as it can be done now. */
  private Stream<Todo<S>> todo(V item) {
    return item.undone().stream().map(item::means).distinct();
  }

  private Todo<S> fetching() {
    return new Todo<>(work.fetching(), Statement.ALL);
  }

  private boolean closingGivenUp(Attempts attempts, V item) {
    return attempts.givenUp(new Todo<>(work.closing(), Statement.ALL), item.number());
  }

  /** The lowest open item; just after a fetch that did not show its facts, one that has them. */
  private V choose(List<V> open, Attempts attempts) {
    V lowest = open.getFirst();
    return attempts.fetchesInARow() == 0 || !lacksFacts(lowest)
        ? lowest
        : open.stream().filter(item -> !lacksFacts(item)).findFirst().orElse(lowest);
  }

  private boolean lacksFacts(V item) {
    return todo(item).findFirst().filter(item::lacksFacts).isPresent();
  }

  private Reply withoutOpenItem(Attempts attempts) {
    if (picture.noneLeft()) {
      return Reply.text(work.account(picture));
    }
    Optional<V> stuck =
        picture.inProgress().stream().filter(item -> closingGivenUp(attempts, item)).findFirst();
    Todo<S> fetching = fetching();
    if (attempts.givenUp(fetching, 0)) {
      return stopped(fetching, "the queue", attempts.error(fetching, 0));
    }
    if (attempts.fetchesInARow() >= Attempts.FETCHES_WITHOUT_NEWS) {
      Todo<S> closing = new Todo<>(work.closing(), Statement.ALL);
      return stuck
          .map(item -> stopped(closing, item.id(), attempts.error(closing, item.number())))
          .orElseGet(() -> stopped(fetching, "the queue", "nothing I could work on"));
    }
    if (!work.taskGiven(request)) {
      return Reply.text(
          "The %ss I can see here are closed. I see no task that asks for more: shall I go on?"
              .formatted(item()));
    }
    return fetch("the queue");
  }

  private Reply fetch(String what) {
    Todo<S> fetching = fetching();
    return has(fetching)
        ? work.take(request, work.unknown(request, 0), List.of(fetching))
        : missing(fetching, what);
  }

  private boolean has(Todo<S> todo) {
    return request.tool(todo.step().tool()).isPresent();
  }

  private static Reply missing(Todo<?> todo, String what) {
    return Reply.text(
        "I cannot go on with %s: the tool %s is not among the tools of this request."
            .formatted(what, todo.step().tool()));
  }

  private static Reply stopped(Todo<?> todo, String what, String error) {
    return Reply.text(
        ("I stop here. For %s, %s gave the same answer twice: \"%s\"."
                + " Please have a look at it.")
            .formatted(what, todo.step().tool(), Phrases.inOneLine(error)));
  }

  @Override
  public List<Supplier<Reply>> again() {
    return picture.items().stream()
        .flatMap(item ->
            item.doneSteps().stream()
                .filter(one -> has(one) && item.means(one).equals(one) && !item.lacksFacts(one))
                .<Supplier<Reply>>map(one -> () -> work.take(request, item, List.of(one))))
        .toList();
  }

  @Override
  public Optional<Reply> obey(Gullible gullible) {
    return Order.in(request, gullible).stream()
        .flatMap(order -> work.obey(request, picture, order).stream())
        .findFirst();
  }

  @Override
  public Optional<Reply> demanded(String tool) {
    Stream<Todo<S>> whole =
        work.step(tool).filter(step -> !step.ofPart()).stream()
            .map(step -> new Todo<>(step, Statement.ALL));
    return picture.inProgress().stream()
        .findFirst()
        .flatMap(item ->
            Stream.concat(todo(item), whole)
                .filter(one -> one.step().tool().equals(tool))
                .findFirst()
                .map(one -> work.take(request, item, List.of(one))));
  }
}
