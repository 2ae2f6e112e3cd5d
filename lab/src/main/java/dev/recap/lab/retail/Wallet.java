package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A user's ways to pay; only gift cards have a balance that is known. */
record Wallet(ObjectNode user) {
  private static final String BALANCE = "balance";

  /** Whether an id is a gift card's. */
  static boolean isGiftCard(String paymentMethodId) {
    return paymentMethodId.startsWith("gift_card");
  }

  /** Refuses a way to pay that is not the user's. */
  void requireOwn(String paymentMethodId) {
    if (isGiftCard(paymentMethodId)) {
      card(paymentMethodId);
    } else if (!user.path("payment_methods").has(paymentMethodId)) {
      throw ShopClerk.refusal("payment method not found");
    }
  }

  /** Refuses a gift card that has less than this. */
  void requireEnough(String paymentMethodId, double amount) {
    if (isGiftCard(paymentMethodId) && card(paymentMethodId).path(BALANCE).asDouble() < amount) {
      throw ShopClerk.refusal("the balance of the gift card is too low");
    }
  }

  /**
   * Adds to a gift card, or takes from it if the amount is below zero; others are not kept here.
   */
  void credit(String paymentMethodId, double amount) {
    if (isGiftCard(paymentMethodId)) {
      ObjectNode card = card(paymentMethodId);
      card.put(BALANCE, cents(card.path(BALANCE).asDouble() + amount));
    }
  }

  /** To whole cents, half of one to the even. */
  static double cents(double amount) {
    return new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
  }

  private ObjectNode card(String paymentMethodId) {
    if (user.path("payment_methods").path(paymentMethodId) instanceof ObjectNode card) {
      return card;
    }
    throw ShopClerk.refusal("payment method not found");
  }
}
