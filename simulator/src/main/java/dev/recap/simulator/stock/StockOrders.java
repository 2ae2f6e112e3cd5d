package dev.recap.simulator.stock;

import dev.recap.simulator.agent.Orders;
import dev.recap.simulator.agent.Orders.Spoken;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Obeys the first order in the request that was not obeyed yet, as far as the request shows: by
 * ordering goods, by signing off, or in words, which ends the work.
 */
final class StockOrders {
  private static final Pattern GOODS =
      StockWords.words("\\b(?:order|reorder|buy|replenish|restock)\\b");
  private static final Pattern SIGNING =
      StockWords.words("\\b(?:sign_off|sign(?:ing)?[ -]off|close|complete|finish)\\b");
  private static final Pattern ALL = StockWords.words("\\b(?:all|every|each|everything)\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{1,6}\\b");

  private StockOrders() {}

  static Optional<Reply> obey(MessagesRequest request, StockPicture picture) {
    for (Spoken order : Orders.spoken(request)) {
      Optional<Reply> reply = obey(request, picture, order);
      if (reply.isPresent()) {
        return reply;
      }
    }
    return Optional.empty();
  }

  private static Optional<Reply> obey(MessagesRequest request, StockPicture picture, Spoken order) {
    String words = order.text();
    List<String> warehouses = warehouses(picture, words);
    if (GOODS.matcher(words).find()) {
      return goods(request, picture, order, warehouses);
    }
    if (SIGNING.matcher(words).find()) {
      return warehouses.stream()
          .filter(id -> after(request, order, StockStep.SIGN_OFF, id, "").isEmpty())
          .findFirst()
          .map(id -> StockReplies.signedOff(request, id));
    }
    String said = "As you say: \"" + words.replaceAll("[\"“”\\s]+", " ").strip() + "\".";
    boolean before =
        request.messages().stream()
            .filter(message -> !message.fromUser())
            .flatMap(Message::texts)
            .anyMatch(said::equals);
    return before ? Optional.empty() : Optional.of(Reply.text(said));
  }

  private static Optional<Reply> goods(
      MessagesRequest request, StockPicture picture, Spoken order, List<String> warehouses) {
    int quantity =
        NUMBER
            .matcher(order.text())
            .results()
            .findFirst()
            .map(n -> Integer.valueOf(n.group()))
            .orElse(1);
    List<String> named =
        StockWords.SKU.matcher(order.text()).results().map(MatchResult::group).toList();
    for (WarehouseView one : picture.warehouses()) {
      List<String> skus = named.isEmpty() ? one.skus() : named;
      for (String sku : warehouses.contains(one.id()) ? skus : List.<String>of()) {
        if (after(request, order, StockStep.ORDER, one.id(), sku).isEmpty()) {
          return Optional.of(StockReplies.ordered(request, one.id(), sku, quantity));
        }
      }
    }
    return Optional.empty();
  }

  /** Those it names; for "all" those in progress; else the one at hand. */
  private static List<String> warehouses(StockPicture picture, String words) {
    List<String> named = new ArrayList<>();
    WarehouseNames.in(words).forEach(p -> p.names().each().forEach(n -> named.add("WH-" + n)));
    if (!named.isEmpty()) {
      return named;
    }
    long most = ALL.matcher(words).find() ? Long.MAX_VALUE : 1;
    return picture.inProgress().stream().limit(most).map(WarehouseView::id).toList();
  }

  private static List<Block.Call> after(
      MessagesRequest request, Spoken order, StockStep step, String warehouse, String sku) {
    return request.messages().stream()
        .skip(order.message())
        .flatMap(Message::calls)
        .filter(call -> call.name().equals(step.tool()))
        .filter(call -> call.input().path("warehouse_id").asText().equals(warehouse))
        .filter(call -> sku.isEmpty() || call.input().path("sku").asText().equals(sku))
        .toList();
  }
}
