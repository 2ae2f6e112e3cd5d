package dev.recap.web.api;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** How many requests were answered, by method and status. For any thread. */
public final class Requests {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");

  private final Map<Answered, LongAdder> counts = new ConcurrentSkipListMap<>();

  private record Answered(String method, int status) implements Comparable<Answered> {
    @Override
    public int compareTo(Answered other) {
      int byMethod = method.compareTo(other.method);
      return byMethod != 0 ? byMethod : Integer.compare(status, other.status);
    }
  }

  /** Counts one. */
  public void answered(String method, int status) {
    var answered = new Answered(METHODS.contains(method) ? method : "other", status);
    counts.computeIfAbsent(answered, unused -> new LongAdder()).increment();
  }

  /** Tells the labels of each count, and the count. */
  void each(BiConsumer<String, Long> told) {
    counts.forEach((answered, count) ->
        told.accept(
            "method=\"%s\",status=\"%d\"".formatted(answered.method(), answered.status()),
            count.sum()));
  }
}
