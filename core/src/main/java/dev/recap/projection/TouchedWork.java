package dev.recap.projection;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.ledger.Ledger;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.work.Opening;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The work of which a head has to speak, because something of it is not in view. */
public final class TouchedWork {
  private TouchedWork() {}

  /** That of turns that left before while it was open, then that of those that leave now. */
  public static Set<Opening> of(View view, Set<Integer> leaving, Ledger ledger) {
    return of(view.state, leaving, ledger);
  }

  private static Set<Opening> of(ViewState view, Set<Integer> leaving, Ledger ledger) {
    Set<Opening> touched = new LinkedHashSet<>();
    view.head(Kind.OPEN).forEach(block -> touched.addAll(block.openings()));
    Set<Integer> staying = new HashSet<>();
    Set<Opening> around = new LinkedHashSet<>(ledger.open());
    for (TurnSegment turn : Tail.turns(view.tail())) {
      turn.belongsTo().forEach(around::add);
      if (leaving.contains(turn.number())) {
        turn.belongsTo().forEach(touched::add);
      } else {
        staying.add(turn.number());
      }
    }
    around.stream().filter(o -> holdsWhatLeaves(o, staying, ledger)).forEach(touched::add);
    return touched;
  }

  /** What was closed by then and is counted in the new head, as it has no line there. */
  static List<Opening> counted(
      ViewState view, Set<Integer> leaving, List<HeadBlock> newHead, Ledger ledger) {
    Set<Opening> stated = new HashSet<>();
    newHead.stream()
        .filter(block -> block.kind() == Kind.CLOSED)
        .forEach(block -> stated.addAll(block.openings()));
    return Stream.concat(
            view.head(Kind.CLOSED).stream().flatMap(block -> block.openings().stream()),
            of(view, leaving, ledger).stream())
        .filter(opening -> !stated.contains(opening) && ledger.isClosed(opening))
        .toList();
  }

  /** Whether it took in what was done, perhaps before it was opened, by turns that do not stay. */
  private static boolean holdsWhatLeaves(Opening opening, Set<Integer> staying, Ledger ledger) {
    return ledger.record(opening).stream()
        .flatMap(record -> record.effects().stream())
        .anyMatch(effect -> !staying.contains(effect.turn()));
  }
}
