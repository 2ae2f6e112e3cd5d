package dev.recap.compactor;

import dev.recap.conversation.Media;
import dev.recap.head.Preview;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.Stub;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.View;
import dev.recap.words.MediaText;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest results become previews, the longest first: where together they would not fit the
 * window, and as the last resort where a provider finds a prompt too long that no stage shortens.
 */
final class Shortening {
  static final String NAME = "shorten-results";

  /** A shorter result is not worth shortening. */
  private static final int LEAST_TOKENS = 40;

  private final List<Slot> slots;
  private final List<Integer> tokens;

  Shortening(View view) {
    List<TurnSegment> turns = view.turns();
    this.slots =
        turns.isEmpty()
            ? List.of()
            : turns.getLast().calls().stream().filter(slot -> slot.answer() != null).toList();
    this.tokens = slots.stream().map(Shortening::tokens).toList();
  }

  /** Estimated tokens of the results, not scaled. */
  long tokens() {
    return tokens.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * What leaves so that they keep to a room; nothing once they are as short as can be.
   *
   * @param entries what is on record, where the results stand whole
   */
  Left to(long room, List<Entry> entries, boolean recall) {
    long level = Math.max(LEAST_TOKENS, Preview.level(tokens, room));
    Map<String, String> whole = wholeResults(entries);
    var preview = new Preview(recall);
    List<Stub> stubs = new ArrayList<>();
    for (Slot slot : slots) {
      String result = whole.getOrDefault(slot.call().id(), text(slot));
      // An image cannot be previewed.
      List<Media> media = tokens(slot) > level ? media(slot) : List.of();
      String text = MediaText.without(media, preview.of(result, level));
      if (!media.isEmpty() || TokenEstimate.of(text) < TokenEstimate.of(text(slot))) {
        stubs.add(new Stub(slot.turn(), slot.call().id(), text));
      }
    }
    return new Left(Set.of(), stubs, Set.of(), 0);
  }

  private static int tokens(Slot slot) {
    return TokenEstimate.of(text(slot)) + MediaText.tokens(media(slot));
  }

  private static List<Media> media(Slot slot) {
    return slot.result().orElseThrow().media();
  }

  private static String text(Slot slot) {
    return slot.result().orElseThrow().content();
  }

  private static Map<String, String> wholeResults(List<Entry> entries) {
    Map<String, String> whole = new HashMap<>();
    for (Entry entry : entries.reversed()) {
      if (entry instanceof Replied) {
        break;
      }
      if (entry instanceof Answered answered) {
        whole.put(answered.callId(), answered.whole());
      }
    }
    return whole;
  }
}
