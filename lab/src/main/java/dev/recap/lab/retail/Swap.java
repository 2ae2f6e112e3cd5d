package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Items of an order and what shall take their places, each of the same product.
 *
 * @param items those of the order
 * @param variants what takes their places, in the same order
 * @param difference what the new ones cost more than the old ones
 */
record Swap(List<ObjectNode> items, List<JsonNode> variants, double difference) {

  /**
   * Looks everything up and changes nothing.
   *
   * @throws dev.recap.tool.ToolFailure when it cannot be
   */
  static Swap of(ShopOrder order, List<String> itemIds, List<String> newItemIds) {
    List<ObjectNode> items = order.items(itemIds);
    if (itemIds.size() != newItemIds.size()) {
      throw ShopClerk.refusal("there must be as many new items as old ones");
    }
    List<JsonNode> variants = new ArrayList<>();
    double difference = 0;
    for (int i = 0; i < items.size(); i++) {
      Thing product = Thing.product(items.get(i).path("product_id").asText());
      String id = newItemIds.get(i);
      JsonNode variant = order.shop().get(product).path("variants").path(id);
      if (!variant.path("available").asBoolean()) {
        throw ShopClerk.refusal("new item %s not found or not available".formatted(id));
      }
      variants.add(variant);
      difference += variant.path("price").asDouble() - items.get(i).path("price").asDouble();
    }
    return new Swap(items, variants, difference);
  }

  /** Refuses to put an item in its own place. */
  void requireOthers() {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).path("item_id").equals(variants.get(i).path("item_id"))) {
        throw ShopClerk.refusal("the new item must be another than the old one");
      }
    }
  }

  /** Puts the new ones in their places. */
  void carryOut() {
    for (int i = 0; i < items.size(); i++) {
      ObjectNode item = items.get(i);
      for (String field : List.of("item_id", "price", "options")) {
        item.set(field, variants.get(i).path(field).deepCopy());
      }
    }
  }
}
