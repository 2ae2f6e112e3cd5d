package dev.recap.lab.replay;

import dev.recap.compaction.Compaction;
import dev.recap.context.FoldedJournal;
import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import java.util.List;
import java.util.Optional;

/** Asks recall by a fixed rule. */
final class Recalling {
  private Recalling() {}

  static List<ToolSpec> tool(Compaction compaction) {
    return List.of();
  }

  static Optional<String> answer(ToolCall call, List<String> inView, FoldedJournal journal) {
    return Optional.empty();
  }
}
