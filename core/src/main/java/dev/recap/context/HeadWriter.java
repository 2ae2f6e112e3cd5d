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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private final KeyLines keyLines;

  public HeadWriter(ContextView view, Ledger ledger) {
    this.view = view;
    this.ledger = ledger;
    this.keyLines = new KeyLines(view, ledger);
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
   * @param summary a new summary that replace the old ones; null to keep those that still cover
   *     something open
   */
  public Head without(Set<Integer> leaving, @Nullable HeadBlock notes) {
    return without(leaving, notes, keyLines.staying());
  }

  /** The same for turns that nothing else stands for: it names the keys in what they were told. */
  public Head cut(Set<Integer> leaving) {
    return without(leaving, null, keyLines.with(leaving));
  }

  private Head without(Set<Integer> leaving, @Nullable HeadBlock notes, List<HeadBlock> keys) {
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
    recorded.addAll(keys);

    List<HeadBlock> head = new ArrayList<>(view.head(Kind.TASK));
    if (!recorded.isEmpty()) {
      head.add(HeadBlock.of(Kind.PREFACE, PREFACE));
      head.addAll(recorded);
    }
    addNotes(head, notes == null ? notesThatStay() : List.of(notes));
    return new Head(head, rollUp);
  }

  /** The task and this summary alone, as the tutorial has it, but not without being corrected. */
  public Head taskAnd(HeadBlock notes) {
    List<HeadBlock> head = new ArrayList<>(view.head(Kind.TASK));
    addNotes(head, List.of(notes));
    return new Head(head, view.rollUp());
  }

  private void addNotes(List<HeadBlock> head, List<HeadBlock> notes) {
    head.addAll(notes);
    notes.forEach(block -> new Corrections(view, ledger).of(block).ifPresent(head::add));
  }

  private HeadBlock closedLine(Opening opening) {
    return new HeadBlock(Kind.CLOSED, LedgerLine.of(opening, facts(opening)), List.of(opening));
  }

  private List<Fact> facts(Opening opening) {
    return ledger.record(opening).flatMap(OpeningRecord::closed).map(Closing::facts).orElseThrow();
  }

  /** What is closed, and whose turns leave or have left, but has no line yet; oldest first. */
  private List<Opening> closings(Set<Integer> leaving) {
    Set<Opening> lines = new HashSet<>();
    view.head(Kind.CLOSED).forEach(block -> lines.addAll(block.openings()));
    return touched(leaving).stream()
        .filter(opening -> ledger.isClosed(opening))
        .filter(opening -> !lines.contains(opening))
        .filter(opening -> !view.rolledUp().openings().contains(opening))
        .toList();
  }

  private List<HeadBlock> openItems(Set<Integer> leaving) {
    return touched(leaving).stream()
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
    return view.head(Kind.SUMMARY).stream()
        .filter(notes ->
            notes.openings().isEmpty()
                || notes.openings().stream().anyMatch(o -> ledger.open().contains(o)))
        .toList();
  }

  /** The work of turns that left before while it was open, then that of those that leave now. */
  private Set<Opening> touched(Set<Integer> leaving) {
    Set<Opening> touched = new LinkedHashSet<>();
    view.head(Kind.OPEN).forEach(block -> touched.addAll(block.openings()));
    view.turns().stream()
        .filter(turn -> leaving.contains(turn.turn()))
        .flatMap(TurnSegment::belongsTo)
        .forEach(touched::add);
    ledger.open().stream().filter(this::holdsWhatLeftBefore).forEach(touched::add);
    return touched;
  }

  /** Whether it took in what was done before it was opened, by turns that had left by then. */
  private boolean holdsWhatLeftBefore(Opening opening) {
    return ledger.record(opening).stream()
        .flatMap(record -> record.effects().stream())
        .anyMatch(effect -> effect.opening().isEmpty() && !inView(effect.turn()));
  }

  private boolean inView(int turn) {
    return view.turns().stream().anyMatch(segment -> segment.turn() == turn);
  }
}
