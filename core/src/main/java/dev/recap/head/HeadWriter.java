package dev.recap.head;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.projection.TouchedWork;
import dev.recap.projection.View;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Fact;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the head that stands for what leaves: from receipts and the user's own words, and behind
 * them what a model said. The one place where a head is written.
 */
public record HeadWriter(View view, Ledger ledger, HeadWriter.Rules rules) {
  /** Closed lines that stand at the same time; one more, and all of them roll up. */
  public static final int LINES_BEFORE_ROLL_UP = 2;

  static final String PREFACE =
      "Record kept by the tools; where a summary differs, this record is right.";

  static final String OPEN_PREFACE =
      "Record of what is open, kept by the tools; where the summary differs, this record is right.";

  /**
   * What a head may have.
   *
   * @param record whether it states what is on record
   * @param room tokens for what the user said, and again for what open items were handed out as
   * @param recall whether the model can recall what has left
   */
  public record Rules(boolean record, long room, boolean recall) {}

  /** A head and what its counts were made of. */
  public record Head(List<HeadBlock> blocks, RollUp rollUp) {
    public Head {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * The head once this has left.
   *
   * @param leaving numbers of turns
   * @param userMessages how many of the oldest in the tail
   * @param summary a new one that stands for them and replaces the old one; null to keep that while
   *     it covers something open, and to name keys in what the turns were told
   */
  public Head without(Set<Integer> leaving, int userMessages, @Nullable HeadBlock summary) {
    List<HeadBlock> head = new ArrayList<>(view.head(Kind.TASK));
    if (!rules.record() && summary != null) {
      head.addAll(words(userMessages));
      head.add(summary);
      return new Head(head, view.rollUp());
    }
    Set<Opening> touched = TouchedWork.of(view, leaving, ledger);
    List<HeadBlock> closed = new ArrayList<>(view.head(Kind.CLOSED));
    closings(touched).forEach(opening -> closed.add(closedLine(opening)));
    RollUp rollUp = rolledUp(closed);
    List<HeadBlock> recorded = new ArrayList<>();
    if (rollUp.items() > 0) {
      recorded.add(HeadBlock.of(Kind.ROLL_UP, RollUpText.of(rollUp)));
    }
    recorded.addAll(closed);
    recorded.addAll(effectsWithoutItem(leaving));
    var keyLines = new KeyLines(view, ledger);
    recorded.addAll(summary == null ? keyLines.with(leaving) : keyLines.staying());
    List<HeadBlock> open = openItems(touched);
    if (!recorded.isEmpty() || !open.isEmpty()) {
      head.add(HeadBlock.of(Kind.PREFACE, PREFACE));
    }
    head.addAll(recorded);
    head.addAll(words(userMessages));
    List<HeadBlock> summaries = summary == null ? summaryThatStays() : List.of(summary);
    head.addAll(summaries);
    if (!summaries.isEmpty() && !open.isEmpty()) {
      head.add(HeadBlock.of(Kind.PREFACE, OPEN_PREFACE));
    }
    head.addAll(open);
    return new Head(head, rollUp);
  }

  /** Takes the lines away when there are too many. */
  private RollUp rolledUp(List<HeadBlock> closed) {
    RollUp rollUp = view.rollUp();
    if (closed.size() > LINES_BEFORE_ROLL_UP) {
      for (HeadBlock line : closed) {
        Opening oldest = line.openings().getFirst();
        rollUp = rollUp.plus(oldest, facts(oldest));
      }
      closed.clear();
    }
    return rollUp;
  }

  private List<HeadBlock> words(int userMessages) {
    List<UserSegment> messages = new ArrayList<>(view.said());
    view.userMessages().limit(userMessages).map(UserSegment::withoutMedia).forEach(messages::add);
    return UserWords.of(messages, view.head(Kind.USER_KEYS), rules.room(), rules.recall());
  }

  private HeadBlock closedLine(Opening opening) {
    return HeadBlock.of(Kind.CLOSED, LedgerLine.of(opening, facts(opening)), opening);
  }

  private List<Fact> facts(Opening opening) {
    return ledger.record(opening).flatMap(OpeningRecord::closed).map(Closing::facts).orElseThrow();
  }

  /** What is closed, and whose turns leave or have left, but has no line yet; oldest first. */
  private List<Opening> closings(Set<Opening> touched) {
    Set<Opening> lines = new HashSet<>();
    view.head(Kind.CLOSED).forEach(block -> lines.addAll(block.openings()));
    return touched.stream()
        .filter(ledger::isClosed)
        .filter(opening -> !lines.contains(opening) && !view.isRolledUp(opening))
        .toList();
  }

  private List<HeadBlock> openItems(Set<Opening> touched) {
    List<OpeningRecord> open =
        touched.stream()
            .flatMap(opening -> ledger.record(opening).stream())
            .filter(OpeningRecord::isOpen)
            .toList();
    var preview = new Preview(rules.recall());
    long level =
        Preview.level(
            open.stream().map(r -> OpenItemText.handedOutTokens(r, rules.room())).toList(),
            rules.room());
    return open.stream()
        .map(r -> HeadBlock.of(Kind.OPEN, OpenItemText.of(r, level, preview), r.opening()))
        .toList();
  }

  private List<HeadBlock> effectsWithoutItem(Set<Integer> leaving) {
    Set<Integer> staying = new HashSet<>();
    view.turns().forEach(turn -> staying.add(turn.number()));
    staying.removeAll(leaving);
    List<LedgerEffect> left = effectsOfOthers(staying, ledger);
    return left.isEmpty() ? List.of() : List.of(HeadBlock.of(Kind.EFFECTS, effects(left)));
  }

  private static List<LedgerEffect> effectsOfOthers(Set<Integer> staying, Ledger ledger) {
    return ledger.withoutItem().stream().filter(e -> !staying.contains(e.turn())).toList();
  }

  private static String effects(List<LedgerEffect> left) {
    return "Done so far: " + OpenItemText.effects(left) + ".";
  }

  /**
   * A block of what is on record, written anew from a ledger that no longer says all it said; about
   * as long as it was at most.
   *
   * @param staying the turns that were in view behind it
   */
  public static HeadBlock anew(HeadBlock block, Ledger ledger, Set<Integer> staying) {
    String text =
        switch (block.kind()) {
          case CLOSED -> {
            Opening opening = block.openings().getFirst();
            var closing = ledger.record(opening).flatMap(OpeningRecord::closed);
            yield LedgerLine.of(opening, closing.map(Closing::facts).orElse(List.of()));
          }
          case OPEN -> {
            Opening opening = block.openings().getFirst();
            int room = TokenEstimate.of(block.text());
            yield ledger
                .record(opening)
                .map(record -> OpenItemText.of(record, room, new Preview(false)))
                .orElse(opening + " is open.");
          }
          case EFFECTS -> effects(effectsOfOthers(staying, ledger));
          case TASK, PREFACE, ROLL_UP, KEYS, USER_KEYS, USER, SUMMARY ->
              throw new IllegalArgumentException("no record is stated by " + block.kind());
        };
    return new HeadBlock(block.kind(), text, block.openings(), null);
  }

  private List<HeadBlock> summaryThatStays() {
    return view.head(Kind.SUMMARY).stream()
        .filter(summary -> !ledger.areClosed(summary.openings()))
        .toList();
  }
}
