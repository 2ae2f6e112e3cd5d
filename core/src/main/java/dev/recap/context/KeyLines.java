package dev.recap.context;

import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * One line a turn with keys in the results it got: an index of what was cut. A line leaves when all
 * the work it belongs to is closed, and the oldest leave when the index has no room.
 */
final class KeyLines {
  /** Of all lines together: a fifth of what recall may answer. */
  static final int MOST_TOKENS = 300;

  private static final int MOST_TOKENS_OF_A_RESULT = 40;

  private final ContextView view;
  private final Ledger ledger;
  private final Map<Integer, List<HeadBlock>> lines = new HashMap<>();

  KeyLines(ContextView view, Ledger ledger) {
    this.view = view;
    this.ledger = ledger;
  }

  /** The lines that the head has, but for those of work that is closed by now. */
  List<HeadBlock> staying() {
    return view.head(Kind.KEYS).stream()
        .filter(line ->
            line.openings().isEmpty() || !line.openings().stream().allMatch(ledger::isClosed))
        .toList();
  }

  /** These, and lines for turns that leave now. */
  List<HeadBlock> with(Set<Integer> leaving) {
    List<HeadBlock> all = new ArrayList<>(staying());
    for (TurnSegment turn : view.turns()) {
      if (leaving.contains(turn.turn())) {
        all.addAll(lines.computeIfAbsent(turn.turn(), fresh -> lineOf(turn)));
      }
    }
    long left = MOST_TOKENS;
    int oldest = all.size();
    while (oldest > 0) {
      left -= TokenEstimate.of(all.get(oldest - 1).text()) + TokenEstimate.BLOCK_OVERHEAD;
      if (left < 0) {
        break;
      }
      oldest--;
    }
    return all.subList(oldest, all.size());
  }

  private List<HeadBlock> lineOf(TurnSegment turn) {
    StringJoiner results = new StringJoiner("; ", "Turn " + turn.turn() + ": ", ".");
    results.setEmptyValue("");
    for (Slot slot : turn.slots()) {
      if (slot.result() != null && !slot.isOver(ledger)) {
        List<String> keys =
            NamedKeys.in(
                slot.call().arguments() + "\n" + slot.result().content(),
                "",
                MOST_TOKENS_OF_A_RESULT);
        if (!keys.isEmpty()) {
          results.add(slot.call().tool() + " with " + String.join(", ", keys));
        }
      }
    }
    return results.length() == 0
        ? List.of()
        : List.of(
            new HeadBlock(Kind.KEYS, results.toString(), turn.belongsTo().distinct().toList()));
  }
}
