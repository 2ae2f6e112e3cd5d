package dev.recap.lab.replay;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.simulator.CacheRules;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.cache.PromptBlock;
import dev.recap.simulator.cache.PromptBlock.Life;
import dev.recap.simulator.cache.PromptCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's prompt cache over the requests of one replay, which are not written as JSON for it:
 * each block is laid out once. Traces have no clock, so nothing expires. One thread.
 */
public final class PrefixCache {
  private final PromptCache cache;
  private final int minimumTokens;
  private final BlockCounts counts;
  private final long fixedTokens;
  private final Map<Block, Integer> numbers = new HashMap<>();

  /**
   * Nothing is cached yet.
   *
   * @param fixedTokens of tools and instructions, whose end always is a breakpoint
   */
  public PrefixCache(CacheRules rules, BlockCounts counts, long fixedTokens) {
    this.cache = new PromptCache(rules, new TokenCounter(), () -> Instant.EPOCH);
    this.minimumTokens = rules.minimumTokens();
    this.counts = counts;
    this.fixedTokens = fixedTokens;
  }

  /** What the prompt of this request was read from, written to and left out of the cache. */
  public Usage account(ModelRequest request, long outputTokens) {
    var usage = cache.account("", blocks(request), minimumTokens);
    return new Usage(usage.input(), usage.cacheRead(), usage.write5m(), outputTokens);
  }

  private List<PromptBlock> blocks(ModelRequest request) {
    List<PromptBlock> blocks = new ArrayList<>();
    if (fixedTokens > 0) {
      blocks.add(new PromptBlock("fixed", Math.toIntExact(fixedTokens), marked(true)));
    }
    for (int i = 0; i < request.messages().size(); i++) {
      Message message = request.messages().get(i);
      for (int j = 0; j < message.content().size(); j++) {
        Block block = message.content().get(j);
        int number = numbers.computeIfAbsent(block, fresh -> numbers.size());
        int tokens = counts.of(block) + (j == 0 ? counts.messageOverhead() : 0);
        boolean breakpoint = request.breakpoints().contains(new Breakpoint(i, j));
        String material = "%s %b %d".formatted(message.role(), j == 0, number);
        blocks.add(new PromptBlock(material, tokens, marked(breakpoint)));
      }
    }
    return blocks;
  }

  private static Optional<Life> marked(boolean breakpoint) {
    return breakpoint ? Optional.of(Life.FIVE_MINUTES) : Optional.empty();
  }
}
