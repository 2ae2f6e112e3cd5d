package dev.recap.context;

import dev.recap.context.Segment.TurnSegment;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.journal.RollUp;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the head that stands for turns which leave: from receipts, never from what a model said.
 */
public final class HeadWriter {
  /** Closed lines that stand at the same time; one more, and the oldest roll up. */
  static final int MOST_LINES = 6;

  /** Closed lines that remain when the oldest roll up. */
  static final int LINES_AFTER_ROLL_UP = 2;

  static final String PREFACE =
      "Record kept by the tools; where notes differ, this record is right.";

  private final ContextView view;
  private final Ledger ledger;

  public HeadWriter(ContextView view, Ledger ledger) {
    this.view = view;
    this.ledger = ledger;
  }

  /** A head and what its counts were made of. */
  public record Head(List<HeadBlock> blocks, RollUp rollUp) {
    public Head {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * The head once these turns have left.
   *
   * @param notes new notes that replace the old ones; null to keep those that still cover something
   *     open
   */
  public Head without(Set<Integer> leaving, @Nullable HeadBlock notes) {
    List<HeadBlock> closed = new ArrayList<>(view.head(Kind.CLOSED));
    closings(leaving).forEach(opening -> closed.add(closedLine(opening)));
    RollUp rollUp = view.rollUp();
    if (closed.size() > MOST_LINES) {
      while (closed.size() > LINES_AFTER_ROLL_UP) {
        Opening oldest = closed.removeFirst().openings().getFirst();
        rollUp = rollUp.plus(oldest, facts(oldest));
      }
    }
    List<HeadBlock> recorded = new ArrayList<>();
    if (rollUp.items() > 0) {
      recorded.add(HeadBlock.of(Kind.ROLL_UP, RollUpText.of(rollUp)));
    }
    recorded.addAll(closed);
    recorded.addAll(openItems(leaving));
    recorded.addAll(effectsWithoutItem(leaving));

    List<HeadBlock> head = new ArrayList<>(view.head(Kind.TASK));
    if (!recorded.isEmpty()) {
      head.add(HeadBlock.of(Kind.PREFACE, PREFACE));
      head.addAll(recorded);
    }
    head.addAll(notes == null ? notesThatStay() : List.of(notes));
    return new Head(head, rollUp);
  }

  /** The task and these notes alone, as the tutorial has it. */
  public Head taskAnd(HeadBlock notes) {
    List<HeadBlock> head = new ArrayList<>(view.head(Kind.TASK));
    head.add(notes);
    return new Head(head, view.rollUp());
  }

  private HeadBlock closedLine(Opening opening) {
    return new HeadBlock(Kind.CLOSED, LedgerLine.of(opening, facts(opening)), List.of(opening));
  }

  private List<Fact> facts(Opening opening) {
    return ledger.record(opening).flatMap(OpeningRecord::closed).map(Closing::facts).orElseThrow();
  }

  /** What leaving turns worked on and is closed, but has no line yet, oldest first. */
  private List<Opening> closings(Set<Integer> leaving) {
    Set<Opening> closings = new LinkedHashSet<>();
    belongings(leaving)
        .filter(opening -> ledger.record(opening).filter(r -> !r.isOpen()).isPresent())
        .filter(opening -> !stated(Kind.CLOSED, opening))
        .forEach(closings::add);
    return List.copyOf(closings);
  }

  private List<HeadBlock> openItems(Set<Integer> leaving) {
    Set<Opening> touched = new LinkedHashSet<>();
    view.head(Kind.OPEN).forEach(block -> touched.addAll(block.openings()));
    belongings(leaving).forEach(touched::add);
    return touched.stream()
        .flatMap(opening -> ledger.record(opening).stream())
        .filter(OpeningRecord::isOpen)
        .map(r -> new HeadBlock(Kind.OPEN, OpenItemText.of(r), List.of(r.opening())))
        .toList();
  }

  private List<HeadBlock> effectsWithoutItem(Set<Integer> leaving) {
    Set<Integer> staying = new LinkedHashSet<>();
    view.turns().stream()
        .map(TurnSegment::turn)
        .filter(turn -> !leaving.contains(turn))
        .forEach(staying::add);
    List<LedgerEffect> left =
        ledger.withoutItem().stream().filter(e -> !staying.contains(e.turn())).toList();
    return left.isEmpty()
        ? List.of()
        : List.of(HeadBlock.of(Kind.EFFECTS, "Done so far: " + OpenItemText.effects(left) + "."));
  }

  private List<HeadBlock> notesThatStay() {
    return view.head(Kind.NOTES).stream()
        .filter(notes ->
            notes.openings().isEmpty()
                || notes.openings().stream().anyMatch(o -> ledger.open().contains(o)))
        .toList();
  }

  private Stream<Opening> belongings(Set<Integer> turns) {
    return view.turns().stream()
        .filter(turn -> turns.contains(turn.turn()))
        .flatMap(turn -> turn.slots().stream())
        .flatMap(slot -> slot.belongsTo().stream().sorted(HeadWriter::byItem));
  }

  private static int byItem(Opening a, Opening b) {
    int byKey = a.item().compareTo(b.item());
    return byKey != 0 ? byKey : Integer.compare(a.number(), b.number());
  }

  private boolean stated(Kind kind, Opening opening) {
    return view.head(kind).stream().anyMatch(block -> block.openings().contains(opening));
  }
}
