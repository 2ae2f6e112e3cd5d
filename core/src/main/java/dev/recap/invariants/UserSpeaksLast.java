package dev.recap.invariants;

import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import java.util.List;

/**
 * What the model is to answer stays the last message: a request that ends with a message of its own
 * would be read as the beginning of its reply, which today's models refuse.
 */
final class UserSpeaksLast implements Invariant {
  @Override
  public List<String> broken(Proposed proposed) {
    return endsWithUser(proposed.before()) && !endsWithUser(proposed.messages())
        ? List.of("the last message is not the user's any more")
        : List.of();
  }

  private static boolean endsWithUser(List<Message> messages) {
    return !messages.isEmpty() && messages.getLast().role() == Role.USER;
  }
}
