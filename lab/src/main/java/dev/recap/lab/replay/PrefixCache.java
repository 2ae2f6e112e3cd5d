package dev.recap.lab.replay;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Usage;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.simulator.CacheRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The books of the prompt cache over the requests of one replay, by the rules of the simulator
 * server: an entry is the exact sequence of whole blocks up to a breakpoint, and a look-up reaches
 * a few blocks back from one. Traces have no clock, so nothing expires. One thread.
 *
 * <p>Prefixes are nodes of a tree of blocks, so two of them are the same only if every block is.
 */
public final class PrefixCache {
  private final CacheRules rules;
  private final BlockCounts counts;
  private final long fixedTokens;
  private final Map<Step, Integer> nodes = new HashMap<>();
  private final Set<Integer> written = new HashSet<>();

  /** From a prefix to the one that is a block longer. */
  private record Step(int prefix, Role role, boolean begins, Block block) {}

  /** A prefix of the request at hand. */
  private record Place(int node, long tokens, boolean breakpoint) {}

  /**
   * Nothing is cached yet.
   *
   * @param fixedTokens of tools and instructions, whose end always is a breakpoint
   */
  public PrefixCache(CacheRules rules, BlockCounts counts, long fixedTokens) {
    this.rules = rules;
    this.counts = counts;
    this.fixedTokens = fixedTokens;
  }

  /** What the prompt of this request was read from, written to and left out of the cache. */
  public Usage account(ModelRequest request, long outputTokens) {
    List<Place> places = places(request);
    long total = places.getLast().tokens();
    long read = longestKnown(places);
    long cacheable = 0;
    for (Place place : places) {
      if (place.breakpoint() && place.tokens() >= rules.minimumTokens()) {
        cacheable = place.tokens();
        written.add(place.node());
      }
    }
    return new Usage(total - cacheable, read, cacheable - read, outputTokens);
  }

  private List<Place> places(ModelRequest request) {
    List<Place> places = new ArrayList<>();
    long tokens = fixedTokens;
    int node = 0;
    places.add(new Place(node, tokens, fixedTokens > 0));
    for (int i = 0; i < request.messages().size(); i++) {
      Message message = request.messages().get(i);
      for (int j = 0; j < message.content().size(); j++) {
        Block block = message.content().get(j);
        node = after(new Step(node, message.role(), j == 0, block));
        tokens += counts.of(block) + (j == 0 ? counts.messageOverhead() : 0);
        boolean breakpoint = request.breakpoints().contains(new Breakpoint(i, j));
        places.add(new Place(node, tokens, breakpoint));
      }
    }
    return places;
  }

  private int after(Step step) {
    return nodes.computeIfAbsent(step, fresh -> nodes.size() + 1);
  }

  private long longestKnown(List<Place> places) {
    for (int point = places.size() - 1; point >= 0; point--) {
      Place at = places.get(point);
      if (!at.breakpoint() || at.tokens() < rules.minimumTokens()) {
        continue;
      }
      int oldest = Math.max(0, point - rules.lookBackBlocks());
      for (int i = point; i >= oldest; i--) {
        Place known = places.get(i);
        if (known.tokens() >= rules.minimumTokens() && written.contains(known.node())) {
          return known.tokens();
        }
      }
    }
    return 0;
  }
}
