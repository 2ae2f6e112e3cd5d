package dev.recap.projection;

import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.Stub;
import dev.recap.projection.Segment.RemarkSegment;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.TurnSegment.Kept;
import dev.recap.projection.Segment.UserSegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How a tail becomes another one. Pure. */
final class Tail {
  private Tail() {}

  static List<TurnSegment> turns(List<Segment> tail) {
    return tail.stream()
        .filter(TurnSegment.class::isInstance)
        .map(TurnSegment.class::cast)
        .toList();
  }

  /** What the user said, oldest first. */
  static Stream<UserSegment> userMessages(List<Segment> tail) {
    return tail.stream().filter(UserSegment.class::isInstance).map(UserSegment.class::cast);
  }

  /** Estimated tokens of what the user has said since the last turn. */
  static long newestWords(List<Segment> tail) {
    long sum = 0;
    for (Segment segment : tail.subList(lastTurn(tail) + 1, tail.size())) {
      sum += segment instanceof UserSegment ? segment.tokens() : 0;
    }
    return sum;
  }

  /** Where the last turn stands; -1 without one. */
  static int lastTurn(List<Segment> tail) {
    for (int at = tail.size() - 1; at >= 0; at--) {
      if (tail.get(at) instanceof TurnSegment) {
        return at;
      }
    }
    return -1;
  }

  /** Without what left; a remark leaves with turns, unless the one that it speaks of stays. */
  static List<Segment> without(List<Segment> tail, Left left, boolean newestKeepsThinking) {
    Set<Integer> staying = new HashSet<>();
    turns(tail).forEach(turn -> staying.add(turn.number()));
    staying.removeAll(left.turns());
    Map<Integer, List<Stub>> stubs = new HashMap<>();
    left.stubs().forEach(s -> stubs.computeIfAbsent(s.turn(), t -> new ArrayList<>()).add(s));
    List<Segment> rest = new ArrayList<>(tail.size());
    int moving = left.userMessages();
    int wordsAlone = left.withoutMedia();
    int newest = newestKeepsThinking ? newestTurn(tail) : 0;
    for (Segment segment : tail) {
      switch (segment) {
        case UserSegment said -> {
          UserSegment now = wordsAlone-- > 0 ? said.withoutMedia() : said;
          if (moving-- <= 0) {
            rest.add(now);
          }
        }
        case RemarkSegment remark -> {
          if (left.turns().isEmpty() || staying.contains(remark.about())) {
            rest.add(remark);
          }
        }
        case TurnSegment turn -> {
          if (staying.contains(turn.number())) {
            TurnSegment stubbed = stubbed(turn, stubs.getOrDefault(turn.number(), List.of()));
            boolean loses = left.thinking().contains(turn.number());
            rest.add(loses ? withoutThinking(stubbed, newest) : stubbed);
          }
        }
      }
    }
    return Collections.unmodifiableList(rest);
  }

  /** Without any thinking. */
  static List<Segment> withoutThinking(List<Segment> tail, boolean newestKeepsIt) {
    int newest = newestKeepsIt ? newestTurn(tail) : 0;
    return eachTurn(tail, turn -> withoutThinking(turn, newest));
  }

  private static TurnSegment withoutThinking(TurnSegment turn, int newest) {
    return turn.number() == newest ? turn.withStaleThinking() : turn.withoutThinking();
  }

  static List<Segment> withoutStaleThinking(List<Segment> tail) {
    return eachTurn(tail, turn -> turn.thinking() == Kept.STALE ? turn.withoutThinking() : turn);
  }

  /** Where the last turn is a refusal, without it and what the user had said for it. */
  static List<Segment> withoutRefusal(List<Segment> tail) {
    int last = lastTurn(tail);
    if (last < 0 || !((TurnSegment) tail.get(last)).isRefusal()) {
      return tail;
    }
    List<Segment> rest = new ArrayList<>(tail);
    rest.remove(last);
    for (int at = last - 1; at >= 0 && tail.get(at) instanceof UserSegment; at--) {
      rest.remove(at);
    }
    return Collections.unmodifiableList(rest);
  }

  /** The number of the last turn; 0 without one. */
  private static int newestTurn(List<Segment> tail) {
    int at = lastTurn(tail);
    return at < 0 ? 0 : ((TurnSegment) tail.get(at)).number();
  }

  private static TurnSegment stubbed(TurnSegment turn, List<Stub> stubs) {
    TurnSegment changed = turn;
    for (Stub stub : stubs) {
      changed = changed.with(stub.callId(), slot -> slot.stubbed(stub));
    }
    return changed;
  }

  static List<Segment> plus(List<Segment> tail, Segment next) {
    List<Segment> longer = new ArrayList<>(tail.size() + 1);
    longer.addAll(tail);
    longer.add(next);
    return Collections.unmodifiableList(longer);
  }

  /** With the last turn changed. */
  static List<Segment> withLast(List<Segment> tail, UnaryOperator<TurnSegment> change) {
    List<Segment> changed = new ArrayList<>(tail);
    int last = lastTurn(tail);
    changed.set(last, change.apply((TurnSegment) tail.get(last)));
    return Collections.unmodifiableList(changed);
  }

  static List<Segment> eachTurn(List<Segment> tail, UnaryOperator<TurnSegment> change) {
    List<Segment> changed = new ArrayList<>(tail);
    changed.replaceAll(
        segment -> segment instanceof TurnSegment turn ? change.apply(turn) : segment);
    return Collections.unmodifiableList(changed);
  }
}
