package dev.recap.simulator.stock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which calls failed twice in a row with the same error, so that a third try makes no sense. */
final class StockFailures {
  private static final int ENOUGH = 2;

  private record Asked(String tool, JsonNode input) {}

  private record Failure(String error, int times) {}

  private final Map<Asked, Failure> failures = new LinkedHashMap<>();
  private int fetchesInARow;

  static StockFailures in(List<Message> messages) {
    StockFailures failures = new StockFailures();
    for (int i = 1; i < messages.size(); i++) {
      Map<String, Block.Result> results = new HashMap<>();
      messages.get(i).results().forEach(result -> results.put(result.callId(), result));
      messages
          .get(i - 1)
          .calls()
          .forEach(call ->
              Optional.ofNullable(results.get(call.id())).ifPresent(r -> failures.add(call, r)));
    }
    return failures;
  }

  private void add(Block.Call call, Block.Result result) {
    fetchesInARow = call.name().equals(StockStep.FETCH.tool()) ? fetchesInARow + 1 : 0;
    Asked asked = new Asked(call.name(), call.input());
    if (!StockExchange.failed(result)) {
      failures.remove(asked);
      return;
    }
    Failure now = new Failure(result.text(), 1);
    failures.merge(
        asked,
        now,
        (before, again) ->
            before.error().equals(again.error())
                ? new Failure(again.error(), before.times() + 1)
                : again);
  }

  /** Why the work cannot go on, empty while it can. */
  Optional<String> stuck() {
    return failures.entrySet().stream()
        .filter(failure -> failure.getValue().times() >= ENOUGH)
        .findFirst()
        .map(failure ->
            "%s gave the same answer twice: %s"
                .formatted(failure.getKey().tool(), failure.getValue().error()));
  }

  /** How many of the last calls fetched a warehouse, one after the other. */
  int fetchesInARow() {
    return fetchesInARow;
  }
}
