package dev.recap.compactor;

import dev.recap.context.ContextView.Call;
import dev.recap.head.StubText;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.Stub;
import dev.recap.projection.Segment.Content;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the lines that stand for results.
 *
 * @param recallTool the name of the tool that returns what has left the view; empty for none
 */
record Stubs(String recallTool) {

  /** Which call of which turn: a provider may use an id again. */
  private record Place(int turn, String callId) {}

  boolean recall() {
    return !recallTool.isEmpty();
  }

  /** What leaves if these results do; a stub that would not be shorter is left out. */
  Left of(View view, List<Call> results) {
    Set<Place> places = new HashSet<>();
    results.forEach(call -> places.add(new Place(call.turn(), call.call().id())));
    List<Stub> stubs = new ArrayList<>();
    for (TurnSegment turn : view.turns()) {
      for (Slot slot : turn.calls()) {
        boolean named = places.contains(new Place(slot.turn(), slot.call().id()));
        if (named && slot.answer() != null && slot.content() != Content.STUB) {
          add(slot, slot.answer().content(), stubs);
        }
      }
    }
    return new Left(Set.of(), stubs, Set.of(), 0);
  }

  private void add(Slot slot, String result, List<Stub> stubs) {
    // What recall itself said is no original that it would return.
    boolean returns = recall() && !slot.call().tool().equals(recallTool);
    String text = StubText.of(slot.call(), result, returns, slot.isDispensable());
    if (TokenEstimate.of(text) < TokenEstimate.of(result)) {
      stubs.add(new Stub(slot.turn(), slot.call().id(), text));
    }
  }
}
