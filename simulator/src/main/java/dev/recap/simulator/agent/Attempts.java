package dev.recap.simulator.agent;

import dev.recap.simulator.reader.CallReader;
import dev.recap.simulator.reader.Statement;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Vocabulary;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Exchange;
import dev.recap.simulator.wire.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which calls failed twice in a row with the same error, so that a third try makes no sense. Two
 * calls are the same where they take the same step of the same item, or of the same part of it.
 */
final class Attempts {
  /** So many calls in a row that fetch an item, and none that could be worked on: no more. */
  static final int FETCHES_WITHOUT_NEWS = 2;

  private static final int ENOUGH = 2;

  /** A call of a tool about an item, which is 0 where it names none. */
  private record Asked(String tool, int item, String part) {
    static Asked of(Todo<?> todo, int item) {
      return new Asked(
          todo.step().tool(),
          todo.step().namesItem() ? item : 0,
          todo.step().ofPart() ? todo.part() : Statement.ALL);
    }
  }

  private record Failure(String error, int times) {
    static final Failure NONE = new Failure("", 0);

    Failure and(Failure again) {
      return error.equals(again.error()) ? new Failure(error, times + 1) : again;
    }
  }

  private final Map<Asked, Failure> failures = new HashMap<>();
  private int fetchesInARow;

  private Attempts() {}

  /** Those that a conversation shows. */
  static Attempts in(List<Message> messages, Vocabulary vocabulary) {
    Attempts attempts = new Attempts();
    Exchange.in(messages)
        .forEach(one -> {
          Block.Call call = one.call();
          boolean fetch = call.name().equals(vocabulary.fetching());
          attempts.fetchesInARow = fetch ? attempts.fetchesInARow + 1 : 0;
          attempts.add(
              new Asked(
                  call.name(),
                  vocabulary.item(call.input()).orElse(0),
                  vocabulary.part(call.input())),
              one.result());
        });
    return attempts;
  }

  private void add(Asked asked, Block.Result result) {
    if (CallReader.failed(result)) {
      failures.merge(asked, new Failure(result.text(), 1), Failure::and);
    } else {
      failures.remove(asked);
    }
  }

  /** Whether a step of an item is given up. */
  boolean givenUp(Todo<?> todo, int item) {
    return failure(todo, item).times() >= ENOUGH;
  }

  /** The error that stands against a step, empty if none does. */
  String error(Todo<?> todo, int item) {
    return failure(todo, item).error();
  }

  private Failure failure(Todo<?> todo, int item) {
    return failures.getOrDefault(Asked.of(todo, item), Failure.NONE);
  }

  /** How many of the last calls fetched an item, one after the other. */
  int fetchesInARow() {
    return fetchesInARow;
  }
}
