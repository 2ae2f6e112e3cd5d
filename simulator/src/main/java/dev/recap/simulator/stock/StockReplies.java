package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.agent.Calls;
import dev.recap.simulator.stock.WarehouseView.Todo;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.List;

/**
 * Makes the replies that take steps. What is said beside a call names no warehouse, so that it is
 * no statement.
 */
final class StockReplies {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StockReplies() {}

  static Reply fetch(MessagesRequest request) {
    return called(
        request, words(StockStep.FETCH), List.of(new Asked(StockStep.FETCH, NODES.objectNode())));
  }

  /** A reply that takes steps of one warehouse, of one kind or of several. */
  static Reply steps(MessagesRequest request, WarehouseView warehouse, List<Todo> todo) {
    List<Asked> asked =
        todo.stream().map(one -> new Asked(one.step(), input(warehouse, one))).toList();
    String words = todo.size() == 1 ? words(todo.getFirst().step()) : "I ask for these together.";
    return called(request, words, asked);
  }

  /** A reply that orders a number of a SKU because somebody told it to. */
  static Reply ordered(MessagesRequest request, String warehouse, String sku, int quantity) {
    ObjectNode input = NODES.objectNode().put("warehouse_id", warehouse).put("sku", sku);
    return called(
        request, "As asked.", List.of(new Asked(StockStep.ORDER, input.put("quantity", quantity))));
  }

  /** A reply that signs a warehouse off because somebody told it to. */
  static Reply signedOff(MessagesRequest request, String warehouse) {
    ObjectNode input = NODES.objectNode().put("warehouse_id", warehouse);
    return called(request, "As asked.", List.of(new Asked(StockStep.SIGN_OFF, input)));
  }

  private record Asked(StockStep step, ObjectNode input) {}

  private static Reply called(MessagesRequest request, String words, List<Asked> asked) {
    ArrayNode content = NODES.arrayNode().add(Reply.textBlock(words));
    int index = 0;
    for (Asked one : asked) {
      content.add(Calls.call(request, one.step().tool(), one.input(), index++));
    }
    return Reply.of(content, Reply.Stop.TOOL_USE);
  }

  /** The values are functions of what is in view: whoever asks again asks for the same. */
  private static ObjectNode input(WarehouseView warehouse, Todo todo) {
    ObjectNode input = NODES.objectNode();
    if (todo.step() == StockStep.FETCH) {
      return input;
    }
    input.put("warehouse_id", warehouse.id());
    if (todo.step().ofSku()) {
      input.put("sku", todo.sku());
    }
    int counted = warehouse.figure(todo.sku(), Figure.COUNTED).orElse(0);
    switch (todo.step()) {
      case COUNT -> input.put("count", counted);
      case ORDER ->
          input.put(
              "quantity",
              Math.max(1, warehouse.figure(todo.sku(), Figure.EXPECTED).orElse(0) - counted));
      case FETCH, DELIVERY, SCAN, SIGN_OFF -> {}
    }
    return input;
  }

  private static String words(StockStep step) {
    return switch (step) {
      case FETCH -> "On to the next place.";
      case DELIVERY -> "When did the last lot come in?";
      case SCAN -> "Let me see what the device reads.";
      case COUNT -> "I put that number down.";
      case ORDER -> "That is too few, so more has to come.";
      case SIGN_OFF -> "That should be all of it.";
    };
  }
}
