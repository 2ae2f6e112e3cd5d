package dev.recap.invariants;

import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import java.util.List;

/** The task stands verbatim in one text of the first message of the user's. */
final class TaskStands implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    boolean stands =
        proposed.messages().stream()
            .filter(message -> message.role() == Role.USER)
            .limit(1)
            .flatMap(message -> message.content().stream())
            .anyMatch(block -> block instanceof Text(var text) && text.contains(proposed.task()));
    boolean due = !proposed.messages().isEmpty() && !proposed.task().isEmpty();
    return due && !stands
        ? List.of("the task is not in the first message of the user's")
        : List.of();
  }
}
