package dev.recap.lab.replay;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.invariants.Invariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether requests are fit to send: the core's invariants, and signed thinking whole with its turn.
 * Requests are shown in order, each followed by its reply. One thread.
 */
final class ViewCheck {
  private final String task;
  private final Set<List<Block>> replies = new HashSet<>();
  private final Map<List<Block>, List<Block>> promptOf = new HashMap<>();

  ViewCheck(String task) {
    this.task = task;
  }

  /** Every rule that these messages break, in words. */
  List<String> broken(List<Message> messages) {
    List<String> broken = new ArrayList<>(Invariants.broken(messages, task));
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (thinks(message.content()) && !replies.contains(message.content())) {
        broken.add("message %d splits a turn with signed thinking".formatted(i));
      }
    }
    return broken;
  }

  /**
   * Whether signed thinking stands behind other blocks than those it was written after, which
   * today's models refuse. Thinking itself may leave in front of it.
   */
  boolean thinkingMoved(List<Message> messages) {
    List<Block> before = new ArrayList<>();
    for (Message message : messages) {
      List<Block> prompt = promptOf.get(message.content());
      if (prompt != null && !prompt.equals(before)) {
        return true;
      }
      before.addAll(withoutThinking(message.content()));
    }
    return false;
  }

  /** After a request, the blocks that came back. */
  void replied(List<Message> prompt, List<Block> reply) {
    List<Block> sent =
        reply.stream().filter(block -> !(block instanceof Text(var t) && t.isBlank())).toList();
    if (thinks(sent)) {
      replies.add(sent);
      promptOf.put(
          sent, prompt.stream().flatMap(m -> withoutThinking(m.content()).stream()).toList());
    }
  }

  private static List<Block> withoutThinking(List<Block> blocks) {
    return blocks.stream().filter(block -> !thinks(List.of(block))).toList();
  }

  private static boolean thinks(List<Block> blocks) {
    return blocks.stream().anyMatch(block -> block instanceof Opaque o && o.isThinking());
  }
}
