package dev.recap.simulator.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.CacheRules;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.wire.Signatures;
import dev.recap.simulator.wire.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which prefixes are in the prompt cache, and how a request's tokens split between read, written
 * and uncached.
 *
 * <p>Block-granular: an entry is the exact sequence of whole blocks up to a breakpoint. Safe for
 * use by several threads.
 */
public final class PromptCache {
  private record Entry(Instant expires, Duration life) {}

  private final CacheRules rules;
  private final TokenCounter counter;
  private final InstantSource clock;
  private final Map<String, Entry> entries = new HashMap<>();

  public PromptCache(CacheRules rules, TokenCounter counter, InstantSource clock) {
    this.rules = rules;
    this.counter = counter;
    this.clock = clock;
  }

  /** Reads and writes the cache for one request; the output is left at 0. */
  public Usage account(JsonNode request) {
    return account(request, counter, rules.minimumTokens());
  }

  /** The same where its model counts otherwise, and caches from another size on. */
  public Usage account(JsonNode request, TokenCounter counter, int minimumTokens) {
    String model = request.path("model").asText();
    return account(model, PromptBlocks.of(request, counter), minimumTokens);
  }

  /** The same of a prompt that is laid out already. */
  public synchronized Usage account(String model, List<PromptBlock> blocks, int minimumTokens) {
    int[] cumulative = new int[blocks.size()];
    int total = 0;
    int last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      total += blocks.get(i).tokens();
      cumulative[i] = total;
      if (blocks.get(i).breakpoint().isPresent() && total >= minimumTokens) {
        last = i;
      }
    }
    if (last < 0) {
      return Usage.prompt(total, 0, 0, 0);
    }
    String[] keys = keys(model, blocks, last);
    Instant now = clock.instant();
    entries.values().removeIf(entry -> !now.isBefore(entry.expires()));
    int hit = lookUp(blocks, keys, cumulative, minimumTokens);
    if (hit >= 0) {
      entries.computeIfPresent(
          keys[hit], (key, entry) -> new Entry(now.plus(entry.life()), entry.life()));
    }
    int hour = write(blocks, keys, cumulative, hit, minimumTokens);
    int read = hit < 0 ? 0 : cumulative[hit];
    int written = cumulative[last] - read;
    return Usage.prompt(total - cumulative[last], read, written - hour, hour);
  }

  private static String[] keys(String model, List<PromptBlock> blocks, int last) {
    String[] keys = new String[last + 1];
    String before = model;
    for (int i = 0; i <= last; i++) {
      before = Signatures.digest(before + blocks.get(i).material());
      keys[i] = before;
    }
    return keys;
  }

  /** The block at which the longest known prefix ends, or -1. */
  private int lookUp(List<PromptBlock> blocks, String[] keys, int[] cumulative, int minimumTokens) {
    for (int point = keys.length - 1; point >= 0; point--) {
      if (blocks.get(point).breakpoint().isEmpty()) {
        continue;
      }
      int oldest = Math.max(0, point - rules.lookBackBlocks());
      for (int i = point; i >= oldest; i--) {
        if (cumulative[i] >= minimumTokens && entries.containsKey(keys[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Writes every breakpoint and refreshes those known; returns the tokens written for an hour. */
  private int write(
      List<PromptBlock> blocks, String[] keys, int[] cumulative, int hit, int minimumTokens) {
    int hour = 0;
    int from = hit < 0 ? 0 : cumulative[hit];
    Instant now = clock.instant();
    for (int i = 0; i < keys.length; i++) {
      if (blocks.get(i).breakpoint().isEmpty() || cumulative[i] < minimumTokens) {
        continue;
      }
      PromptBlock.Life life = blocks.get(i).breakpoint().get();
      Duration time =
          switch (life) {
            case FIVE_MINUTES -> rules.ttl();
            case ONE_HOUR -> Duration.ofHours(1);
          };
      entries.merge(
          keys[i],
          new Entry(now.plus(time), time),
          (known, fresh) -> new Entry(now.plus(known.life()), known.life()));
      if (i > hit) {
        hour += life == PromptBlock.Life.ONE_HOUR ? cumulative[i] - from : 0;
        from = cumulative[i];
      }
    }
    return hour;
  }
}
