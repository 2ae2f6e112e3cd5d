package dev.recap.recall.originals;

import dev.recap.journal.Entry;
import dev.recap.projection.View;
import dev.recap.recall.RecallQuery;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the model calls. The description is short because every request carries it. */
record RecallTool(Supplier<List<Entry>> entries, Supplier<View> view) {
  @Tool(
      value =
          "Returns originals that are no longer shown, newest first: tool results, calls, what was"
              + " said. Give an item's key, words, or both; 'turn 12' selects a turn."
              + " Neither lists closed items.",
      effect = Effect.READ_ONLY)
  public String recall(Optional<String> item, Optional<String> words) {
    var query = new RecallQuery(item.orElse(""), words.orElse(""));
    return Recall.answer(entries.get(), view.get(), query);
  }
}
