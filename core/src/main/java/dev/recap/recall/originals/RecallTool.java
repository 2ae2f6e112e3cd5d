package dev.recap.recall.originals;

import dev.recap.conversation.Block;
import dev.recap.conversation.Text;
import dev.recap.projection.ProjectedJournal;
import dev.recap.recall.RecallQuery;
import dev.recap.tool.CallContext;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the model calls. The description is short because every request carries it. */
final class RecallTool {
  @Tool(
      value =
          "Returns originals that are no longer shown, newest first: tool results, calls, what was"
              + " said. Give an item's key, words, or both; 'turn 12' selects a turn."
              + " Neither lists closed items.",
      effect = Effect.READ_ONLY)
  public List<Block> recall(Optional<String> item, Optional<String> words, CallContext call) {
    var query = new RecallQuery(item.orElse(""), words.orElse(""));
    var journal = call.given(ProjectedJournal.class).orElseThrow();
    Recall.Found found = Recall.find(journal.entries(), journal.view(), query);
    List<Block> shown = new ArrayList<>(found.media());
    shown.addFirst(new Text(found.text()));
    return shown;
  }
}
