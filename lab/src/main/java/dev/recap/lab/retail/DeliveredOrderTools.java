package dev.recap.lab.retail;

import static dev.recap.work.Effect.ONCE;

import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import java.util.List;

/** What can be done to an order that has arrived: one of the two, and once. */
public final class DeliveredOrderTools {
  private final ShopClerk clerk;

  DeliveredOrderTools(ShopClerk clerk) {
    this.clerk = clerk;
  }

  @Tool(
      value = "Asks for other items of the same products in exchange for delivered ones.",
      effect = ONCE)
  public String exchangeDeliveredOrderItems(
      @Item @Param("The order, with its # in front.") String orderId,
      @Key @Param("Items of the order.") List<String> itemIds,
      @Key @Param("What is wanted for them, in the same order.") List<String> newItemIds,
      @Key @Param("Pays the difference, or gets it back.") String paymentMethodId,
      CallContext call) {
    return clerk.once(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requireDelivered("exchanged");
          Swap swap = Swap.of(order, itemIds, newItemIds);
          order.wallet().requireOwn(paymentMethodId);
          order.wallet().requireEnough(paymentMethodId, swap.difference());
          order.status("exchange requested");
          order.ids("exchange_items", itemIds);
          order.ids("exchange_new_items", newItemIds);
          order
              .json()
              .put("exchange_payment_method_id", paymentMethodId)
              .put("exchange_price_difference", Wallet.cents(swap.difference()));
          return order.json();
        });
  }

  @Tool(value = "Asks for delivered items to be taken back.", effect = ONCE)
  public String returnDeliveredOrderItems(
      @Item @Param("The order, with its # in front.") String orderId,
      @Key @Param("Items of the order.") List<String> itemIds,
      @Key @Param("Gets the money: what paid for the order, or a gift card.")
          String paymentMethodId,
      CallContext call) {
    return clerk.once(
        call,
        shop -> {
          ShopOrder order = ShopOrder.of(shop, orderId);
          order.requireDelivered("returned");
          order.wallet().requireOwn(paymentMethodId);
          boolean paidSo =
              order.history().stream()
                  .limit(1)
                  .anyMatch(payment ->
                      payment.path("payment_method_id").asText().equals(paymentMethodId));
          if (!paidSo && !Wallet.isGiftCard(paymentMethodId)) {
            throw ShopClerk.refusal(
                "money goes back to what paid for the order, or to a gift card");
          }
          order.items(itemIds);
          order.status("return requested");
          order.ids("return_items", itemIds);
          order.json().put("return_payment_method_id", paymentMethodId);
          return order.json();
        });
  }
}
