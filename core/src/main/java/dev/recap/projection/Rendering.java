package dev.recap.projection;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.projection.Segment.RemarkSegment;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.UserSegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Head and tail as messages of alternating roles: two of one role in a row are one message. */
final class Rendering {
  private final List<Message> messages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private Role role = Role.USER;

  private Rendering() {}

  static List<Message> of(List<HeadBlock> head, List<Segment> tail) {
    var rendering = new Rendering();
    for (HeadBlock block : head) {
      rendering.say(Role.USER, block.block() == null ? new Text(block.text()) : block.block());
    }
    for (Segment segment : tail) {
      switch (segment) {
        case UserSegment user -> rendering.say(Role.USER, new Text(user.text()));
        case RemarkSegment remark -> rendering.say(Role.USER, new Text(remark.text()));
        case TurnSegment turn -> rendering.turn(turn);
      }
    }
    rendering.end();
    return Collections.unmodifiableList(rendering.messages);
  }

  private void turn(TurnSegment turn) {
    for (Block block : turn.reply()) {
      say(Role.ASSISTANT, block);
    }
    for (Slot slot : turn.calls()) {
      if (slot.answer() != null) {
        say(Role.USER, slot.answer());
      }
    }
  }

  /** Providers refuse a blank text block, also one that they sent. */
  private void say(Role who, Block block) {
    if (block instanceof Text text && text.text().isBlank()) {
      return;
    }
    if (who != role) {
      end();
      role = who;
    }
    blocks.add(block);
  }

  private void end() {
    if (!blocks.isEmpty()) {
      messages.add(new Message(role, blocks));
      blocks.clear();
    }
  }
}
