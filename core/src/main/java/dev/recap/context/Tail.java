package dev.recap.context;

import dev.recap.context.Segment.RemarkSegment;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.context.Segment.UserSegment;
import dev.recap.journal.Cleared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How a tail becomes another one. Pure. */
final class Tail {
  private Tail() {}

  static List<TurnSegment> turns(List<Segment> tail) {
    return tail.stream()
        .filter(TurnSegment.class::isInstance)
        .map(TurnSegment.class::cast)
        .toList();
  }

  static List<Segment> plus(List<Segment> tail, Segment segment) {
    List<Segment> longer = new ArrayList<>(tail);
    longer.add(segment);
    return longer;
  }

  /** Without some turns and what was remarked on them; what the user said always stays. */
  static List<Segment> without(List<Segment> tail, Set<Integer> turns) {
    Set<Integer> staying = new HashSet<>();
    turns(tail).forEach(turn -> staying.add(turn.turn()));
    staying.removeAll(turns);
    return tail.stream()
        .filter(segment ->
            switch (segment) {
              case UserSegment said -> true;
              case TurnSegment turn -> staying.contains(turn.turn());
              case RemarkSegment remark -> staying.contains(remark.about());
            })
        .toList();
  }

  static List<Segment> cleared(List<Segment> tail, List<Cleared> cleared) {
    List<Segment> shorter = tail;
    for (Cleared stub : cleared) {
      shorter =
          eachTurn(
              shorter,
              turn ->
                  turn.turn() == stub.turn()
                      ? turn.with(stub.callId(), slot -> slot.cleared(stub.stub()))
                      : turn);
    }
    return shorter;
  }

  /** Changes the slot of one call of the last turn. */
  static List<Segment> inLastTurn(List<Segment> tail, String callId, UnaryOperator<Slot> change) {
    List<TurnSegment> turns = turns(tail);
    if (turns.isEmpty()) {
      return tail;
    }
    int last = turns.getLast().turn();
    return eachTurn(tail, turn -> turn.turn() == last ? turn.with(callId, change) : turn);
  }

  static List<Segment> eachTurn(List<Segment> tail, UnaryOperator<TurnSegment> change) {
    return tail.stream()
        .map(segment -> segment instanceof TurnSegment turn ? change.apply(turn) : segment)
        .toList();
  }

  static long tokens(List<Segment> tail) {
    return tail.stream().mapToLong(Segment::tokens).sum();
  }
}
