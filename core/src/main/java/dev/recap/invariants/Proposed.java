package dev.recap.invariants;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.model.ModelProfile.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Messages that are to be sent.
 *
 * @param before those they were rewritten from; empty where there was no rewrite
 * @param thinking what holds the model's thinking to its place
 * @param task a text that must stand in the first message; empty for none
 */
record Proposed(List<Message> before, List<Message> messages, Thinking thinking, String task) {

  /** Whether a provider's own summary stands for what was before. */
  boolean beginsWithSummary() {
    return beginsWithSummary(messages);
  }

  private static boolean beginsWithSummary(List<Message> messages) {
    return !messages.isEmpty() && Sendable.isSummary(messages.getFirst().content().getFirst());
  }

  /** Whether that summary was not there before. */
  boolean hasNewSummary() {
    return beginsWithSummary()
        && (before.isEmpty()
            || !messages
                .getFirst()
                .content()
                .getFirst()
                .equals(before.getFirst().content().getFirst()));
  }

  /** Each block of this type that breaks a rule, in words behind the number of its message. */
  <B extends Block> List<String> breaches(
      Class<B> type, Predicate<B> breaks, Function<B, String> words) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      for (Block block : messages.get(i).content()) {
        if (type.isInstance(block) && breaks.test(type.cast(block))) {
          broken.add("message %d %s".formatted(i, words.apply(type.cast(block))));
        }
      }
    }
    return broken;
  }
}
