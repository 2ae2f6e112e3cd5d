package dev.recap.simulator.agent;

import dev.recap.simulator.reader.CallReader;
import dev.recap.simulator.reader.Step;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which calls failed twice in a row with the same error, so that a third try makes no sense. */
final class Attempts {
  private static final int ENOUGH = 2;

  private record Failure(String error, int times) {}

  private final Map<String, Failure> failures = new HashMap<>();
  private int fetchesInARow;

  static Attempts in(List<Message> messages) {
    Attempts attempts = new Attempts();
    for (int i = 1; i < messages.size(); i++) {
      if (!messages.get(i).fromUser()) {
        continue;
      }
      Map<String, Block.Result> results = new HashMap<>();
      messages.get(i).results().forEach(r -> results.put(r.callId(), r));
      List<Block.Call> calls = messages.get(i - 1).calls().toList();
      for (Block.Call call : calls) {
        Optional.ofNullable(results.get(call.id())).ifPresent(r -> attempts.add(call, r));
      }
    }
    return attempts;
  }

  private void add(Block.Call call, Block.Result result) {
    boolean fetch = call.name().equals(Step.FETCH.tool());
    fetchesInARow = fetch ? fetchesInARow + 1 : 0;
    String key = key(call.name(), CallReader.ticket(call).orElse(0));
    if (!CallReader.failed(result)) {
      failures.remove(key);
      return;
    }
    Failure first = new Failure(result.text(), 1);
    failures.merge(
        key,
        first,
        (before, now) ->
            before.error().equals(now.error())
                ? new Failure(now.error(), before.times() + 1)
                : now);
  }

  private static String key(String tool, int ticket) {
    return tool + ' ' + ticket;
  }

  /** Whether a step of a ticket is given up. */
  boolean givenUp(Step step, int ticket) {
    boolean named = step != Step.FETCH && step != Step.RESEARCH;
    Failure failure = failures.get(key(step.tool(), named ? ticket : 0));
    return failure != null && failure.times() >= ENOUGH;
  }

  /** The error that stands against a step, empty if none does. */
  String error(Step step, int ticket) {
    Failure failure = failures.get(key(step.tool(), step == Step.FETCH ? 0 : ticket));
    return failure == null ? "" : failure.error();
  }

  /** How many of the last calls fetched a ticket, one after the other. */
  int fetchesInARow() {
    return fetchesInARow;
  }
}
