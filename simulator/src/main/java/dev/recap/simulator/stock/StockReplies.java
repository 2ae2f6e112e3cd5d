package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.agent.Calls;
import dev.recap.simulator.agent.Calls.Asked;
import dev.recap.simulator.agent.Phrases;
import dev.recap.simulator.reader.Step.Todo;
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

  /** A reply that takes steps of one warehouse, of one kind or of several. */
  static Reply steps(MessagesRequest request, WarehouseView warehouse, List<Todo<StockStep>> todo) {
    List<Asked> asked =
        todo.stream().map(one -> new Asked(one.step().tool(), input(warehouse, one))).toList();
    String words =
        todo.size() == 1
            ? Phrases.before(todo.getFirst().step(), "").getFirst()
            : "I ask for these together.";
    return Calls.reply(request, words, asked);
  }

  /** A reply that takes a step because somebody told it to; so many are ordered. */
  static Reply ordered(
      MessagesRequest request, WarehouseView warehouse, Todo<StockStep> todo, int quantity) {
    ObjectNode input = input(warehouse, todo);
    input.replace("quantity", NODES.numberNode(quantity));
    if (todo.step() != StockStep.ORDER) {
      input.remove("quantity");
    }
    return Calls.reply(request, "As asked.", todo.step().tool(), input);
  }

  /** The values are functions of what is in view: whoever asks again asks for the same. */
  private static ObjectNode input(WarehouseView warehouse, Todo<StockStep> todo) {
    ObjectNode input = NODES.objectNode();
    if (todo.step() == StockStep.FETCH) {
      return input;
    }
    input.put("warehouse_id", warehouse.id());
    if (todo.step().ofPart()) {
      input.put("sku", todo.part());
    }
    int counted = warehouse.figure(todo.part(), StockWords.COUNTED).orElse(0);
    switch (todo.step()) {
      case COUNT -> input.put("count", counted);
      case ORDER ->
          input.put(
              "quantity",
              Math.max(1, warehouse.figure(todo.part(), StockWords.EXPECTED).orElse(0) - counted));
      case FETCH, DELIVERY, SCAN, SIGN_OFF -> {}
    }
    return input;
  }
}
