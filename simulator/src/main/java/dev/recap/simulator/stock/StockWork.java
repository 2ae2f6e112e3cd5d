package dev.recap.simulator.stock;

import dev.recap.simulator.agent.ItemWork;
import dev.recap.simulator.agent.Order;
import dev.recap.simulator.agent.SummaryAsk;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Words;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A stock count over warehouses. A request is about it if it has one of its tools; or, if it has no
 * tools of another kind of work, a call of one or a task of that kind.
 */
public final class StockWork extends ItemWork<StockStep, WarehouseView> {
  private static final Pattern TASK =
      Words.words(
          "\\b(?:work|count|go|take|process|continue|carry on|fetch|sign off)\\w*\\b[^\\n]{0,80}\\bwarehouses?\\b"
              + "|\\bget_next_warehouse\\b|\\bstock count\\b|\\bwarehouses? (?:is|are) waiting\\b");
  private static final Pattern GOODS = Words.words("\\b(?:order|reorder|buy|replenish|restock)\\b");
  private static final Pattern SIGNING =
      Words.words("\\b(?:sign_off|sign(?:ing)?[ -]off|close|complete|finish)\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{1,6}\\b");

  private final ItemWork<?, ?> other;

  /**
   * Beside another kind of work.
   *
   * @param other what a request with its tools is about
   */
  public StockWork(ItemWork<?, ?> other) {
    super(StockStep.values(), TASK);
    this.other = other;
  }

  @Override
  public boolean meantBy(MessagesRequest request) {
    if (servedBy(request) || other.servedBy(request)) {
      return servedBy(request);
    }
    List<String> called =
        request.messages().stream().flatMap(Message::calls).map(Block.Call::name).toList();
    return called.isEmpty() ? taskGiven(request) : called.stream().anyMatch(this::knows);
  }

  @Override
  protected Reader reader(MessagesRequest request) {
    return StockWords.READER;
  }

  @Override
  protected WarehouseView unknown(MessagesRequest request, int number) {
    return new WarehouseView(number);
  }

  /** Reading goes together, and so does what is alike. */
  @Override
  protected boolean together(StockStep step, StockStep other) {
    return step == other || (step.reads() && other.reads());
  }

  @Override
  protected Reply take(
      MessagesRequest request, WarehouseView warehouse, List<Todo<StockStep>> todo) {
    return StockReplies.steps(request, warehouse, todo);
  }

  @Override
  protected Optional<Reply> obey(
      MessagesRequest request, Picture<WarehouseView> picture, Order order) {
    List<WarehouseView> warehouses = meant(request, picture, order);
    if (GOODS.matcher(order.words()).find()) {
      return goods(request, warehouses, order);
    }
    Todo<StockStep> signing = new Todo<>(StockStep.SIGN_OFF, "");
    return SIGNING.matcher(order.words()).find()
        ? warehouses.stream()
            .filter(one -> !taken(request, order, signing, one.number(), ""))
            .findFirst()
            .map(one -> StockReplies.ordered(request, one, signing, 0))
        : order.said(request, "As you say");
  }

  private Optional<Reply> goods(
      MessagesRequest request, List<WarehouseView> warehouses, Order order) {
    int quantity =
        NUMBER
            .matcher(order.words())
            .results()
            .findFirst()
            .map(n -> Integer.parseInt(n.group()))
            .orElse(1);
    List<String> named =
        StockWords.SKU.matcher(order.words()).results().map(MatchResult::group).toList();
    for (WarehouseView one : warehouses) {
      for (String sku : named.isEmpty() ? one.skus() : named) {
        Todo<StockStep> todo = new Todo<>(StockStep.ORDER, sku);
        if (!taken(request, order, todo, one.number(), "")) {
          return Optional.of(StockReplies.ordered(request, one, todo, quantity));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  protected String account(Picture<WarehouseView> picture) {
    return StockSummary.account(picture);
  }

  @Override
  protected String title() {
    return "the stock count";
  }

  @Override
  protected String state(WarehouseView warehouse) {
    return StockSummary.state(warehouse);
  }

  @Override
  protected String summary(
      MessagesRequest request,
      SummaryAsk ask,
      List<WarehouseView> warehouses,
      Picture<WarehouseView> picture) {
    return ask.wrapped(StockSummary.of(warehouses, picture));
  }
}
