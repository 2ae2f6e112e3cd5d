package dev.recap.simulator.agent;

import dev.recap.simulator.reader.CallReader;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Exchange;
import dev.recap.simulator.wire.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which calls failed twice in a row with the same error, so that a third try makes no sense.
 *
 * @param <K> what makes two calls the same
 */
public final class Attempts<K> {
  /** So many calls in a row that fetch an item, and none that could be worked on: no more. */
  public static final int FETCHES_WITHOUT_NEWS = 2;

  private static final int ENOUGH = 2;

  private record Failure(String error, int times) {
    Failure and(Failure again) {
      return error.equals(again.error()) ? new Failure(error, times + 1) : again;
    }
  }

  private final Map<K, Failure> failures = new LinkedHashMap<>();
  private int fetchesInARow;

  private Attempts() {}

  /**
   * Those that a conversation shows.
   *
   * @param fetching the tool that fetches an item
   */
  public static <K> Attempts<K> in(
      List<Message> messages, String fetching, Function<Block.Call, K> key) {
    Attempts<K> attempts = new Attempts<>();
    Exchange.in(messages)
        .forEach(one -> {
          boolean fetch = one.call().name().equals(fetching);
          attempts.fetchesInARow = fetch ? attempts.fetchesInARow + 1 : 0;
          attempts.add(key.apply(one.call()), one.result());
        });
    return attempts;
  }

  private void add(K key, Block.Result result) {
    if (CallReader.failed(result)) {
      failures.merge(key, new Failure(result.text(), 1), Failure::and);
    } else {
      failures.remove(key);
    }
  }

  /** The first call that is given up, if one is. */
  public Optional<K> givenUp() {
    return failures.keySet().stream().filter(this::givenUp).findFirst();
  }

  /** Whether a call is given up. */
  public boolean givenUp(K key) {
    return failures.containsKey(key) && failures.get(key).times() >= ENOUGH;
  }

  /** The error that stands against a call, empty if none does. */
  public String error(K key) {
    return failures.containsKey(key) ? failures.get(key).error() : "";
  }

  /** How many of the last calls fetched an item, one after the other. */
  public int fetchesInARow() {
    return fetchesInARow;
  }
}
