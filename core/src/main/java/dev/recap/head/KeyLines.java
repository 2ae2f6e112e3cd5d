package dev.recap.head;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.ledger.Ledger;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.words.NamedKeys;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One line a turn with keys in the results it got: an index of what was cut. A line leaves when all
 * the work it belongs to is closed, and the oldest leave when the index has no room.
 */
record KeyLines(View view, Ledger ledger) {
  /** Of all lines together: a fifth of what recall may answer. */
  static final int MOST_TOKENS = 300;

  private static final int MOST_TOKENS_OF_A_RESULT = 40;

  /** The lines that the head has, but for those of work that is closed by now. */
  List<HeadBlock> staying() {
    return view.head(Kind.KEYS).stream()
        .filter(line -> !ledger.areClosed(line.openings()))
        .toList();
  }

  /**
   * These, and lines for turns that leave now; the newest for which there is room. None names what
   * a newer one names, or a call that stays.
   */
  List<HeadBlock> with(Set<Integer> leaving) {
    Set<String> known = new HashSet<>();
    view.turns().stream()
        .filter(turn -> !leaving.contains(turn.number()))
        .flatMap(turn -> turn.calls().stream())
        .forEach(slot -> known.addAll(NamedKeys.of(slot.call().arguments())));
    List<HeadBlock> lines = new ArrayList<>();
    for (TurnSegment turn : view.turns().reversed()) {
      if (leaving.contains(turn.number())) {
        lines.addAll(0, lineOf(turn, known));
      }
    }
    lines.addAll(0, staying());
    List<Integer> tokens = lines.stream().map(line -> TokenEstimate.ofBlock(line.text())).toList();
    return List.copyOf(lines.subList(Preview.newest(tokens, MOST_TOKENS), lines.size()));
  }

  private List<HeadBlock> lineOf(TurnSegment turn, Set<String> known) {
    StringJoiner results = new StringJoiner("; ", "Turn " + turn.number() + ": ", ".");
    results.setEmptyValue("");
    for (Slot slot : turn.calls()) {
      if (slot.answer() != null && !slot.isOver(ledger)) {
        List<String> keys =
            NamedKeys.in(
                slot.call().arguments() + "\n" + slot.answer().content(),
                known,
                MOST_TOKENS_OF_A_RESULT);
        known.addAll(keys);
        if (!keys.isEmpty()) {
          results.add(slot.call().tool() + " with " + String.join(", ", keys));
        }
      }
    }
    return results.length() == 0
        ? List.of()
        : List.of(
            HeadBlock.of(
                Kind.KEYS,
                results.toString(),
                turn.belongsTo().distinct().toArray(Opening[]::new)));
  }
}
