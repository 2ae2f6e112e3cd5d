package dev.recap.lab.crashes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What really happened, counted where it happened, each effect by what it is for. It outlives every
 * process. For any thread.
 */
final class Bank {
  private final Map<Call, Integer> landed = new TreeMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private int begunTooLate;

  /**
   * The effect of a call happens.
   *
   * @param unique whether a key that is there already keeps it from happening again
   * @return the receipt, of the first time where the key is unique
   */
  synchronized String land(Call call, String key, boolean unique) {
    String before = receipts.get(key);
    if (unique && before != null) {
      return before;
    }
    int times = landed.merge(call, 1, Integer::sum);
    String receipt = "%s-%d".formatted(call, times);
    receipts.putIfAbsent(key, receipt);
    return receipt;
  }

  /** The receipt of what happened under a key. */
  synchronized Optional<String> find(String key) {
    return Optional.ofNullable(receipts.get(key));
  }

  synchronized int landed(Call call) {
    return landed.getOrDefault(call, 0);
  }

  /** A holder that had been replaced began calls. */
  synchronized void begunTooLate(int calls) {
    begunTooLate += calls;
  }

  synchronized int begunTooLate() {
    return begunTooLate;
  }
}
