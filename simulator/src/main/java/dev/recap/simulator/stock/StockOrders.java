package dev.recap.simulator.stock;

import dev.recap.simulator.Gullible;
import dev.recap.simulator.agent.Order;
import dev.recap.simulator.agent.Orders;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Subject;
import dev.recap.simulator.reader.Words;
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
  private static final Pattern GOODS = Words.words("\\b(?:order|reorder|buy|replenish|restock)\\b");
  private static final Pattern SIGNING =
      Words.words("\\b(?:sign_off|sign(?:ing)?[ -]off|close|complete|finish)\\b");
  private static final Pattern ALL = Words.words("\\b(?:all|every|each|everything)\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{1,6}\\b");

  private StockOrders() {}

  static Optional<Reply> obey(
      MessagesRequest request, Picture<WarehouseView> picture, Gullible gullible) {
    return Orders.in(request, gullible).stream()
        .flatMap(order -> obey(request, picture, order).stream())
        .findFirst();
  }

  private static Optional<Reply> obey(
      MessagesRequest request, Picture<WarehouseView> picture, Order order) {
    String words = order.text();
    List<String> warehouses = warehouses(picture, words);
    if (GOODS.matcher(words).find()) {
      return goods(request, picture, order, warehouses);
    }
    if (SIGNING.matcher(words).find()) {
      return warehouses.stream()
          .filter(id -> !taken(request, order, StockStep.SIGN_OFF, id, ""))
          .findFirst()
          .map(id -> StockReplies.signedOff(request, id));
    }
    return Orders.said(request, "As you say", order);
  }

  private static Optional<Reply> goods(
      MessagesRequest request,
      Picture<WarehouseView> picture,
      Order order,
      List<String> warehouses) {
    int quantity =
        NUMBER
            .matcher(order.text())
            .results()
            .findFirst()
            .map(n -> Integer.valueOf(n.group()))
            .orElse(1);
    List<String> named =
        StockWords.SKU.matcher(order.text()).results().map(MatchResult::group).toList();
    for (WarehouseView one : picture.items()) {
      List<String> skus = named.isEmpty() ? one.skus() : named;
      for (String sku : warehouses.contains(one.id()) ? skus : List.<String>of()) {
        if (!taken(request, order, StockStep.ORDER, one.id(), sku)) {
          return Optional.of(StockReplies.ordered(request, one.id(), sku, quantity));
        }
      }
    }
    return Optional.empty();
  }

  /** Those it names; for "all" those in progress; else the one at hand. */
  private static List<String> warehouses(Picture<WarehouseView> picture, String words) {
    List<String> named = new ArrayList<>();
    Subject.in(words, StockWords.WAREHOUSES)
        .forEach(p -> p.subject().each().forEach(n -> named.add("WH-" + n)));
    if (!named.isEmpty()) {
      return named;
    }
    long most = ALL.matcher(words).find() ? Long.MAX_VALUE : 1;
    return picture.inProgress().stream().limit(most).map(WarehouseView::id).toList();
  }

  private static boolean taken(
      MessagesRequest request, Order order, StockStep step, String warehouse, String sku) {
    return Orders.callsAfter(request, order)
        .filter(call -> call.name().equals(step.tool()))
        .filter(call -> call.input().path("warehouse_id").asText().equals(warehouse))
        .anyMatch(call -> sku.isEmpty() || call.input().path("sku").asText().equals(sku));
  }
}
