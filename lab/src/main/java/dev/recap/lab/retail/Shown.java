package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the result of a recorded call showed of the books.
 *
 * @param changed whether the call had just changed it
 */
record Shown(Thing thing, ObjectNode object, boolean changed) {

  /** What a call showed; nothing if it failed, or its tool shows nothing that rules can work on. */
  static Optional<Shown> by(TraceCall call) {
    return call.object().flatMap(object -> by(call, object)).filter(Shown::isWhole);
  }

  private static Optional<Shown> by(TraceCall call, ObjectNode object) {
    return switch (call.call().tool()) {
      case "get_user_details" -> read(Thing.user(call.argument("user_id")), object);
      case "get_order_details" -> read(Thing.order(call.argument("order_id")), object);
      case "get_product_details" -> read(Thing.product(call.argument("product_id")), object);
      case "list_all_product_types" -> read(Thing.catalogue(), object);
      case "modify_user_address" -> changed(Thing.user(call.argument("user_id")), object);
      case "cancel_pending_order",
          "modify_pending_order_address",
          "modify_pending_order_items",
          "modify_pending_order_payment",
          "exchange_delivered_order_items",
          "return_delivered_order_items" ->
          changed(Thing.order(call.argument("order_id")), object);
      default -> Optional.empty();
    };
  }

  private boolean isWhole() {
    return switch (thing.kind()) {
      case USER -> object.path("payment_methods").isObject();
      case ORDER ->
          object.path("payment_history").isArray()
              && object.path("items").isArray()
              && StreamSupport.stream(object.path("items").spliterator(), false)
                  .allMatch(JsonNode::isObject);
      case PRODUCT -> object.path("variants").isObject();
      case CATALOGUE -> true;
    };
  }

  /** Whose money a change of it may have moved. */
  Optional<Thing> payer() {
    return changed && thing.kind() == Thing.Kind.ORDER
        ? Optional.of(Thing.user(object.path("user_id").asText()))
        : Optional.empty();
  }

  private static Optional<Shown> read(Thing thing, ObjectNode object) {
    return Optional.of(new Shown(thing, object, false));
  }

  private static Optional<Shown> changed(Thing thing, ObjectNode object) {
    return Optional.of(new Shown(thing, object, true));
  }
}
