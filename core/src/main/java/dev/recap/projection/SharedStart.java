package dev.recap.projection;

import java.util.Iterator;
import java.util.List;

/** What two views have in common from the start, block by block. */
final class SharedStart {
  private SharedStart() {}

  /** Estimated tokens, tools and instructions not counted. */
  static long tokens(View one, View other) {
    int blocks = equalAtStart(one.head(), other.head());
    long tokens = ViewState.tokens(one.head().subList(0, blocks));
    if (blocks < one.head().size() || blocks < other.head().size()) {
      return tokens;
    }
    Iterator<Segment> others = other.tail().iterator();
    for (Segment segment : one.tail()) {
      if (!others.hasNext() || !segment.equals(others.next())) {
        break;
      }
      tokens += segment.tokens();
    }
    return tokens;
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
