package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.Gullible;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.agent.Attempts;
import dev.recap.simulator.agent.Phrases;
import dev.recap.simulator.agent.WorkInView;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.stock.WarehouseView.Todo;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a request shows of the warehouses, and what to do about them. */
record StockInView(MessagesRequest request, Picture<WarehouseView> picture) implements WorkInView {
  /** A call of a tool about something. */
  private record Asked(String tool, JsonNode input) {}

  @Override
  public String item() {
    return "warehouse";
  }

  @Override
  public boolean given() {
    return StockWork.taskGiven(request) || picture.anything();
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
    Attempts<Asked> attempts =
        Attempts.in(
            request.messages(),
            StockStep.FETCH.tool(),
            call -> new Asked(call.name(), call.input()));
    Optional<String> stuck =
        attempts
            .givenUp()
            .map(asked -> asked.tool() + " gave the same answer twice: " + attempts.error(asked));
    if (picture.inProgress().isEmpty() && picture.noneLeft()) {
      return Reply.text(StockTold.account(picture));
    }
    if (stuck.isPresent()) {
      return said("I stop here. " + Phrases.inOneLine(stuck.get()));
    }
    if (picture.inProgress().isEmpty()) {
      return StockWork.taskGiven(request)
          ? fetch(attempts)
          : said("What I can see here is signed off. Shall I go on with what is left?");
    }
    WarehouseView warehouse = choose();
    if (!warehouse.shelvesKnown() && attempts.fetchesInARow() == 0) {
      return fetch(attempts);
    }
    List<Todo> todo = warehouse.undone();
    boolean several = schedule == Schedule.PARALLEL && request.demands().choice().parallel();
    List<Todo> now =
        several ? together(warehouse, todo) : List.of(means(warehouse, todo.getFirst()));
    return missing(now).orElseGet(() -> StockReplies.steps(request, warehouse, now));
  }

  /** The lowest one open whose record is in view; where there is none, the lowest one open. */
  private WarehouseView choose() {
    List<WarehouseView> open = picture.inProgress();
    return open.stream().filter(WarehouseView::shelvesKnown).findFirst().orElseGet(open::getFirst);
  }

  private Reply fetch(Attempts<Asked> attempts) {
    if (attempts.fetchesInARow() >= Attempts.FETCHES_WITHOUT_NEWS) {
      return said("I stop here: I was handed out nothing that I could work on.");
    }
    return missing(List.of(new Todo(StockStep.FETCH, Statement.ALL)))
        .orElseGet(() -> StockReplies.fetch(request));
  }

  private Optional<Reply> missing(List<Todo> steps) {
    return steps.stream()
        .map(todo -> todo.step().tool())
        .filter(tool -> request.tool(tool).isEmpty())
        .findFirst()
        .map(tool -> said("I cannot go on: the tool " + tool + " is not among the tools here."));
  }

  private static Reply said(String words) {
    return Reply.text(words);
  }

  /** Counts and orders need the number that the scanner gives. */
  private static Todo means(WarehouseView warehouse, Todo todo) {
    boolean needs = todo.step() == StockStep.COUNT || todo.step() == StockStep.ORDER;
    return needs && warehouse.figure(todo.sku(), Figure.COUNTED).isEmpty()
        ? new Todo(StockStep.SCAN, todo.sku())
        : todo;
  }

  /** All that need not wait for one another: reading, then counts, then orders, then the end. */
  private static List<Todo> together(WarehouseView warehouse, List<Todo> todo) {
    List<Todo> ready = todo.stream().map(one -> means(warehouse, one)).distinct().toList();
    List<Todo> reads =
        ready.stream()
            .filter(o -> o.step() == StockStep.DELIVERY || o.step() == StockStep.SCAN)
            .toList();
    if (!reads.isEmpty()) {
      return reads;
    }
    StockStep first = ready.getFirst().step();
    return ready.stream().filter(one -> one.step() == first).toList();
  }

  @Override
  public List<Supplier<Reply>> again() {
    List<Supplier<Reply>> done = new ArrayList<>();
    for (WarehouseView warehouse : picture.items()) {
      warehouse.doneSteps().stream()
          .filter(one -> request.tool(one.step().tool()).isPresent())
          .filter(one -> means(warehouse, one).equals(one))
          .filter(one -> one.step() != StockStep.ORDER || warehouse.shelvesKnown())
          .forEach(one -> done.add(() -> StockReplies.steps(request, warehouse, List.of(one))));
    }
    return done;
  }

  @Override
  public Optional<Reply> obey(Gullible gullible) {
    return StockOrders.obey(request, picture, gullible);
  }

  @Override
  public Optional<Reply> demanded(String tool) {
    Optional<WarehouseView> open = picture.inProgress().stream().findFirst();
    return open.flatMap(warehouse ->
        warehouse.undone().stream()
            .map(todo -> means(warehouse, todo))
            .filter(todo -> todo.step().tool().equals(tool))
            .findFirst()
            .map(todo -> StockReplies.steps(request, warehouse, List.of(todo))));
  }
}
