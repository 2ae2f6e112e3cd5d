package dev.recap.recall;

import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.work.Effect;
import java.util.Optional;
import java.util.function.Function;

/** What the model calls. The description is short because every request carries it. */
final class RecallTool {
  private final Function<RecallQuery, String> answer;

  RecallTool(Function<RecallQuery, String> answer) {
    this.answer = answer;
  }

  @Tool(
      value =
          "Returns originals that are no longer shown, newest first: tool results, calls, what was"
              + " said. Give an item's key, words, or both; the words 'turn 12' select a turn.",
      effect = Effect.READ_ONLY)
  public String recall(Optional<String> item, Optional<String> words) {
    if (item.orElse("").isBlank() && words.orElse("").isBlank()) {
      throw new ToolFailure("recall needs an item's key, or words, or both");
    }
    return answer.apply(new RecallQuery(item.orElse(""), words.orElse("")));
  }
}
