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
import org.jspecify.annotations.Nullable;

/**
 * Head and tail as messages of alternating roles: two of one role in a row are one message.
 *
 * <p>A provider's own summary comes first and stands for what its model replied; the first turn of
 * the tail follows it directly, as it was, and the rest of the head stands behind that turn's
 * results.
 */
final class Rendering {
  private final List<Message> messages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private Role role = Role.USER;

  private Rendering() {}

  static List<Message> of(List<HeadBlock> head, List<Segment> tail) {
    var rendering = new Rendering();
    boolean behind = rendering.providersSummary(head) && first(tail) instanceof TurnSegment;
    if (!behind) {
      rendering.texts(head);
    }
    for (Segment segment : tail) {
      switch (segment) {
        case UserSegment user -> {
          rendering.say(Role.USER, new Text(user.text()));
          user.media().forEach(media -> rendering.say(Role.USER, media));
        }
        case RemarkSegment remark -> rendering.say(Role.USER, new Text(remark.text()));
        case TurnSegment turn -> rendering.turn(turn);
      }
      if (behind) {
        rendering.texts(head);
        behind = false;
      }
    }
    rendering.end();
    return Collections.unmodifiableList(rendering.messages);
  }

  private static @Nullable Segment first(List<Segment> tail) {
    return tail.isEmpty() ? null : tail.getFirst();
  }

  /** Whether there is one. */
  private boolean providersSummary(List<HeadBlock> head) {
    for (HeadBlock block : head) {
      if (block.block() != null) {
        say(Role.ASSISTANT, block.block());
        return true;
      }
    }
    return false;
  }

  private void texts(List<HeadBlock> head) {
    for (HeadBlock block : head) {
      if (block.block() == null) {
        say(Role.USER, new Text(block.text()));
      }
    }
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
