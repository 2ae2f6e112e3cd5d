package dev.recap.compactor;

import dev.recap.compaction.Stage;
import dev.recap.context.ContextView.Call;
import dev.recap.conversation.ToolResult;
import dev.recap.head.StubText;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.Stub;
import dev.recap.projection.Segment;
import dev.recap.projection.Segment.Content;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.projection.View;
import dev.recap.words.MediaText;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
  Left of(View view, Stage.Proposal.Stub proposed) {
    Set<Place> whole = places(proposed.results());
    Set<Place> media = places(proposed.media());
    List<Stub> stubs = new ArrayList<>();
    for (TurnSegment turn : view.turns()) {
      for (Slot slot : turn.calls()) {
        var place = new Place(slot.turn(), slot.call().id());
        ToolResult result = slot.answer();
        if (result == null || slot.content() == Content.STUB) {
          continue;
        }
        if (whole.contains(place)) {
          add(slot, result, stubs);
        } else if (recall() && media.contains(place) && !result.media().isEmpty()) {
          String text = MediaText.without(result.media(), result.content());
          stubs.add(new Stub(slot.turn(), slot.call().id(), text));
        }
      }
    }
    int wordsAlone = recall() ? withMedia(view, proposed.wordsBefore()) : 0;
    return new Left(Set.of(), stubs, Set.of(), 0, wordsAlone);
  }

  private static Set<Place> places(List<Call> calls) {
    return calls.stream()
        .map(call -> new Place(call.turn(), call.call().id()))
        .collect(Collectors.toSet());
  }

  /** User messages up to the last with images or documents before a turn. */
  private static int withMedia(View view, int turn) {
    int messages = 0;
    int upTo = 0;
    for (Segment segment : view.tail()) {
      if (segment instanceof TurnSegment next && next.number() >= turn) {
        break;
      }
      if (segment instanceof UserSegment said) {
        messages++;
        upTo = said.media().isEmpty() ? upTo : messages;
      }
    }
    return upTo;
  }

  private void add(Slot slot, ToolResult result, List<Stub> stubs) {
    // What recall itself said is no original that it would return.
    boolean returns = recall() && !slot.call().tool().equals(recallTool);
    String text = StubText.of(slot.call(), result, returns, slot.isDispensable());
    int before = TokenEstimate.of(result.content()) + MediaText.tokens(result.media());
    if (TokenEstimate.of(text) < before) {
      stubs.add(new Stub(slot.turn(), slot.call().id(), text));
    }
  }
}
