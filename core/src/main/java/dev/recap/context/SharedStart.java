package dev.recap.context;

import dev.recap.journal.HeadBlock;
import java.util.List;

/** What two views have in common from the start, block by block. */
final class SharedStart {
  private SharedStart() {}

  /** Estimated tokens, tools and instructions not counted. */
  static long tokens(ContextView one, ContextView other) {
    int blocks = equalAtStart(one.head(), other.head());
    long tokens = one.head().subList(0, blocks).stream().mapToLong(SharedStart::tokens).sum();
    if (blocks < one.head().size() || blocks < other.head().size()) {
      return tokens;
    }
    int segments = equalAtStart(one.tail(), other.tail());
    return tokens + Tail.tokens(one.tail().subList(0, segments));
  }

  private static long tokens(HeadBlock block) {
    return TokenEstimate.of(block.text()) + (long) TokenEstimate.BLOCK_OVERHEAD;
  }

  private static int equalAtStart(List<?> one, List<?> other) {
    int most = Math.min(one.size(), other.size());
    int equal = 0;
    while (equal < most && one.get(equal).equals(other.get(equal))) {
      equal++;
    }
    return equal;
  }
}
