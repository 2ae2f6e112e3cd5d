package dev.recap.lab.retail;

import static dev.recap.work.Effect.IDEMPOTENT;
import static dev.recap.work.Effect.ONCE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;

/** What can be done for a customer as such. */
public final class CustomerTools {
  private final ShopClerk clerk;

  CustomerTools(ShopClerk clerk) {
    this.clerk = clerk;
  }

  @Tool(value = "Gives a user another address for orders to come.", effect = IDEMPOTENT)
  public String modifyUserAddress(
      @Item String userId,
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
          ObjectNode user = shop.get(Thing.user(userId));
          user.set("address", PostalAddress.of(call));
          return user;
        });
  }

  @Tool(value = "Hands the conversation over to a person.", effect = ONCE)
  public String transferToHumanAgents(@Key String summary, CallContext call) {
    return clerk.once(call, shop -> TextNode.valueOf("Transfer successful"));
  }
}
