package dev.recap.lab.retail;

import static dev.recap.work.Effect.IDEMPOTENT;
import static dev.recap.work.Effect.ONCE;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import java.util.List;

/**
 * What can be done to an order that was not sent yet. All of it happens once, but for the address:
 * an order may get an address again that it had before, and that it gets it twice harms nobody.
 */
public final class PendingOrderTools {
  private final ShopClerk clerk;

  PendingOrderTools(ShopClerk clerk) {
    this.clerk = clerk;
  }

  /** Why an order is cancelled. */
  public enum Reason {
    @JsonProperty("no longer needed")
    NO_LONGER_NEEDED("no longer needed"),
    @JsonProperty("ordered by mistake")
    ORDERED_BY_MISTAKE("ordered by mistake");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  @Tool(
      value = "Cancels a pending order and pays back what was paid for it.",
      effect = ONCE,
      itemAlone = true)
  public String cancelPendingOrder(
      @Item @Param("The order, with its # in front.") String orderId,
      Reason reason,
      CallContext call) {
    return clerk.once(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requireUntouched("cancelled");
          List<JsonNode> paid = order.history();
          order.requireRefundable();
          order.status("cancelled");
          order.json().put("cancel_reason", reason.words);
          for (JsonNode payment : paid) {
            String method = payment.path("payment_method_id").asText();
            order.book("refund", payment.path("amount").asDouble(), method);
          }
          return order.json();
        });
  }

  @Tool(value = "Sends a pending order to another address.", effect = IDEMPOTENT)
  public String modifyPendingOrderAddress(
      @Item @Param("The order, with its # in front.") String orderId,
      String address1,
      String address2,
      String city,
      String state,
      String country,
      String zip,
      CallContext call) {
    return clerk.answer(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requirePending("modified");
          order.json().set("address", PostalAddress.of(call));
          return order.json();
        });
  }

  @Tool(
      value =
          "Puts other items of the same products into a pending order, once for each order: name"
              + " all of them together.",
      effect = ONCE)
  public String modifyPendingOrderItems(
      @Item @Param("The order, with its # in front.") String orderId,
      @Key @Param("Items of the order.") List<String> itemIds,
      @Key @Param("What takes their places, in the same order.") List<String> newItemIds,
      @Key @Param("Pays the difference, or gets it back.") String paymentMethodId,
      CallContext call) {
    return clerk.once(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requireUntouched("modified");
          Swap swap = Swap.of(order, itemIds, newItemIds);
          swap.requireOthers();
          order.wallet().requireOwn(paymentMethodId);
          order.wallet().requireEnough(paymentMethodId, swap.difference());
          String type = swap.difference() > 0 ? "payment" : "refund";
          order.book(type, Math.abs(swap.difference()), paymentMethodId);
          swap.carryOut();
          order.status("pending (item modified)");
          return order.json();
        });
  }

  @Tool(value = "Lets a pending order be paid in another way.", effect = ONCE)
  public String modifyPendingOrderPayment(
      @Item @Param("The order, with its # in front.") String orderId,
      @Key @Param("Pays instead.") String paymentMethodId,
      CallContext call) {
    return clerk.once(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requirePending("modified");
          order.wallet().requireOwn(paymentMethodId);
          List<JsonNode> paid = order.history();
          if (paid.size() != 1
              || !paid.getFirst().path("transaction_type").asText("").equals("payment")) {
            throw ShopClerk.refusal("a pending order must have been paid once");
          }
          String before = paid.getFirst().path("payment_method_id").asText();
          if (before.equals(paymentMethodId)) {
            throw ShopClerk.refusal("it is paid in that way already");
          }
          double amount = paid.getFirst().path("amount").asDouble();
          order.wallet().requireEnough(paymentMethodId, amount);
          order.requireRefundable();
          order.book("payment", amount, paymentMethodId);
          order.book("refund", amount, before);
          return order.json();
        });
  }
}
