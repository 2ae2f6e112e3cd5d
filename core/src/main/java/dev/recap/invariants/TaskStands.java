package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Text;
import java.util.List;

/** The task stands verbatim in one text of the first message. */
final class TaskStands implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    if (proposed.messages().isEmpty()) {
      return List.of();
    }
    for (Block block : proposed.messages().getFirst().content()) {
      if (block instanceof Text(var text) && text.contains(proposed.task())) {
        return List.of();
      }
    }
    return proposed.task().isEmpty() ? List.of() : List.of("the task is not in message 0");
  }
}
