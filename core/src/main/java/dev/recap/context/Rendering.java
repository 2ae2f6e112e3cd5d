package dev.recap.context;

import dev.recap.context.Segment.RemarkSegment;
import dev.recap.context.Segment.Slot;
import dev.recap.context.Segment.TurnSegment;
import dev.recap.context.Segment.UserSegment;
import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Role;
import dev.recap.conversation.Text;
import dev.recap.journal.HeadBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Head and tail as messages of alternating roles. */
final class Rendering {
  private final List<Message> messages = new ArrayList<>();

  private Rendering() {}

  static List<Message> of(List<HeadBlock> head, List<Segment> tail) {
    var rendering = new Rendering();
    rendering.say(Role.USER, head.stream().<Block>map(block -> new Text(block.text())).toList());
    for (Segment segment : tail) {
      switch (segment) {
        case UserSegment user -> rendering.say(Role.USER, List.of(new Text(user.text())));
        case RemarkSegment remark -> rendering.say(Role.USER, List.of(new Text(remark.text())));
        case TurnSegment turn -> rendering.turn(turn);
      }
    }
    return List.copyOf(rendering.messages);
  }

  private void turn(TurnSegment turn) {
    say(Role.ASSISTANT, turn.reply());
    say(
        Role.USER,
        turn.slots().stream()
            .map(Slot::result)
            .filter(Objects::nonNull)
            .map(result -> (Block) result)
            .toList());
  }

  /** Two messages of one role in a row are one message. */
  private void say(Role role, List<Block> said) {
    List<Block> blocks = said.stream().filter(block -> !isBlank(block)).toList();
    if (blocks.isEmpty()) {
      return;
    }
    if (!messages.isEmpty() && messages.getLast().role() == role) {
      List<Block> merged = new ArrayList<>(messages.removeLast().content());
      merged.addAll(blocks);
      messages.add(new Message(role, merged));
    } else {
      messages.add(new Message(role, blocks));
    }
  }

  /** Providers refuse a blank text block, also one that they sent. */
  private static boolean isBlank(Block block) {
    return block instanceof Text text && text.text().isBlank();
  }
}
