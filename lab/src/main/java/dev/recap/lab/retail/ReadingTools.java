package dev.recap.lab.retail;

import static dev.recap.work.Effect.READ_ONLY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Param;
import dev.recap.tool.Tool;
import java.util.function.Predicate;

/** What can be looked up, and worked out. */
public final class ReadingTools {
  private final ShopClerk clerk;

  ReadingTools(ShopClerk clerk) {
    this.clerk = clerk;
  }

  @Tool(value = "Finds the id of the user with this e-mail address.", effect = READ_ONLY)
  public String findUserIdByEmail(String email, CallContext call) {
    return clerk.answer(
        call, shop -> user(shop, user -> user.path("email").asText().equalsIgnoreCase(email)));
  }

  @Tool(value = "Finds the id of the user with this name and postal code.", effect = READ_ONLY)
  public String findUserIdByNameZip(
      String firstName, String lastName, String zip, CallContext call) {
    return clerk.answer(
        call,
        shop ->
            user(
                shop,
                user ->
                    user.at("/name/first_name").asText().equalsIgnoreCase(firstName)
                        && user.at("/name/last_name").asText().equalsIgnoreCase(lastName)
                        && user.at("/address/zip").asText().equals(zip)));
  }

  @Tool(value = "Shows a user, with ways to pay and orders.", effect = READ_ONLY)
  public String getUserDetails(@Item String userId, CallContext call) {
    return clerk.answer(call, shop -> shop.get(Thing.user(userId)));
  }

  @Tool(value = "Shows an order.", effect = READ_ONLY)
  public String getOrderDetails(
      @Item @Param("The order, with its # in front.") String orderId, CallContext call) {
    return clerk.answer(call, shop -> shop.get(Thing.order(orderId)));
  }

  @Tool(value = "Shows a product with all its variants.", effect = READ_ONLY)
  public String getProductDetails(
      @Param("Of the product, not of an item.") String productId, CallContext call) {
    return clerk.answer(call, shop -> shop.get(Thing.product(productId)));
  }

  @Tool(value = "Lists all products with their ids.", effect = READ_ONLY)
  public String listAllProductTypes(CallContext call) {
    return clerk.answer(call, shop -> shop.get(Thing.catalogue()));
  }

  @Tool(value = "Works out what an expression comes to.", effect = READ_ONLY)
  public String calculate(
      @Param("Numbers, + - * / and brackets.") String expression, CallContext call) {
    return clerk.answer(
        call, shop -> TextNode.valueOf(Double.toString(Wallet.cents(Sum.of(expression)))));
  }

  @Tool(value = "Keeps a thought; nothing comes of it.", effect = READ_ONLY)
  public String think(String thought, CallContext call) {
    return clerk.answer(call, shop -> TextNode.valueOf(""));
  }

  private static JsonNode user(Shop shop, Predicate<JsonNode> wanted) {
    Thing found =
        shop.users().stream()
            .filter(user -> wanted.test(shop.get(user)))
            .findFirst()
            .orElseThrow(() -> new Shop.NotSeen(Thing.user("with these words")));
    return TextNode.valueOf(found.id());
  }
}
