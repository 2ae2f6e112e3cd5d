package dev.recap.invariants;

import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The first message is the user's, or begins with a provider's own summary; after that the two
 * sides take turns.
 */
final class RolesAlternate implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    List<Message> messages = proposed.messages();
    if (messages.isEmpty()) {
      return List.of("there is no message");
    }
    List<String> broken = new ArrayList<>();
    if (messages.getFirst().role() != Role.USER && !proposed.beginsWithSummary()) {
      broken.add("message 0 is not the user's");
    }
    for (int i = 1; i < messages.size(); i++) {
      if (messages.get(i).role() == messages.get(i - 1).role()) {
        broken.add(
            "messages %d and %d have the same role %s".formatted(i - 1, i, messages.get(i).role()));
      }
    }
    return broken;
  }
}
