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
import java.util.List;

/** Head and tail as messages of alternating roles: two of one role in a row are one message. */
final class Rendering {
  private final List<Said> all = new ArrayList<>();

  private Rendering() {}

  /** What one side says in a row. */
  private record Said(Role by, List<Block> blocks) {}

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
    return rendering.all.stream().map(said -> new Message(said.by, said.blocks)).toList();
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
    if (all.isEmpty() || all.getLast().by != who) {
      all.add(new Said(who, new ArrayList<>(2)));
    }
    all.getLast().blocks.add(block);
  }
}
