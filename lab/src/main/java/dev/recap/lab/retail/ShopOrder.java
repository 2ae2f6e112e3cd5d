package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One order on the books. What it refuses changes nothing. */
record ShopOrder(Shop shop, ObjectNode json) {
  private static final String STATUS = "status";
  private static final String HISTORY = "payment_history";

  static ShopOrder of(Shop shop, String orderId) {
    return new ShopOrder(shop, shop.get(Thing.order(orderId)));
  }

  Wallet wallet() {
    return new Wallet(shop.get(Thing.user(json.path("user_id").asText())));
  }

  void requireDelivered(String what) {
    if (!json.path(STATUS).asText().equals("delivered")) {
      throw ShopClerk.refusal("a non-delivered order cannot be " + what);
    }
  }

  /** Refuses what is not pending, and what is pending with its items modified. */
  void requireUntouched(String what) {
    if (!json.path(STATUS).asText().equals("pending")) {
      throw ShopClerk.refusal("a non-pending order cannot be " + what);
    }
  }

  /** Refuses what is not pending in any way. */
  void requirePending(String what) {
    if (!json.path(STATUS).asText().startsWith("pending")) {
      throw ShopClerk.refusal("a non-pending order cannot be " + what);
    }
  }

  /**
   * The items of these ids, a different one for each.
   *
   * @throws dev.recap.tool.ToolFailure when the order does not have them all
   */
  List<ObjectNode> items(List<String> ids) {
    List<JsonNode> left = new ArrayList<>();
    json.path("items").forEach(left::add);
    List<ObjectNode> found = new ArrayList<>();
    for (String id : ids) {
      int at = left.stream().map(item -> item.path("item_id").asText()).toList().indexOf(id);
      if (at < 0) {
        throw ShopClerk.refusal("item %s not found in the order".formatted(id));
      }
      found.add((ObjectNode) left.remove(at));
    }
    return found;
  }

  /** What was paid and paid back so far, oldest first. */
  List<JsonNode> history() {
    List<JsonNode> history = new ArrayList<>();
    json.path(HISTORY).forEach(history::add);
    return history;
  }

  /** Refuses an order paid with a gift card that its user does not have. */
  void requireRefundable() {
    history().stream()
        .map(payment -> payment.path("payment_method_id").asText())
        .filter(Wallet::isGiftCard)
        .forEach(card -> wallet().requireOwn(card));
  }

  /** Puts a payment or a refund on the books, and on the gift card if it is one. */
  void book(String type, double amount, String paymentMethodId) {
    json.withArray(HISTORY)
        .addObject()
        .put("transaction_type", type)
        .put("amount", amount)
        .put("payment_method_id", paymentMethodId);
    if (Wallet.isGiftCard(paymentMethodId)) {
      wallet().credit(paymentMethodId, type.equals("payment") ? -amount : amount);
    }
  }

  void status(String status) {
    json.put(STATUS, status);
  }

  /** Ids in a field, sorted. */
  void ids(String field, List<String> ids) {
    List<String> sorted = new ArrayList<>(ids);
    Collections.sort(sorted);
    json.putArray(field);
    sorted.forEach(json.withArray(field)::add);
  }
}
