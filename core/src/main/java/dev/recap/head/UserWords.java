package dev.recap.head;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.words.NamedKeys;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the user said in messages that have left the tail. They are the user's orders and not a
 * model's summary of them, so they stay verbatim as long as there is room; then the longest are
 * previewed, and where that is not enough the oldest leave and their keys are named.
 */
public final class UserWords {
  private static final String LABEL = "Earlier the user said:\n";

  /** A message gets at least this share of the room, if it needs it: a short one stays verbatim. */
  private static final int LEAST_SHARE = 4;

  /** And at least so many tokens: a shorter preview says nothing. */
  private static final int LEAST_TOKENS = 64;

  /** Of a block, besides what the user said. */
  private static final int OVERHEAD = TokenEstimate.ofBlock(LABEL);

  private static final int MOST_KEY_TOKENS = 60;

  private UserWords() {}

  /**
   * The blocks, oldest first.
   *
   * @param messages whole, oldest first
   * @param earlierKeys the line that names keys of messages which left before; empty for none
   * @param room tokens of all blocks together
   */
  static List<HeadBlock> of(
      List<UserSegment> messages, List<HeadBlock> earlierKeys, long room, boolean recall) {
    int least = (int) Math.max(LEAST_TOKENS, room / LEAST_SHARE);
    // From where on there is room for all, if the long ones are previewed.
    int first =
        Preview.newest(messages.stream().map(m -> Math.min(tokens(m), least)).toList(), room);
    List<UserSegment> shown = messages.subList(first, messages.size());
    List<HeadBlock> blocks = new ArrayList<>();
    if (first == 0) {
      blocks.addAll(earlierKeys);
    } else {
      blocks.add(keys(messages.subList(0, first), earlierKeys));
    }
    long level = Preview.level(shown.stream().map(UserWords::tokens).toList(), room);
    var preview = new Preview(recall);
    for (UserSegment message : shown) {
      String text =
          tokens(message) <= level ? message.text() : preview.of(message.text(), level - OVERHEAD);
      blocks.add(HeadBlock.of(Kind.USER, LABEL + text));
    }
    return blocks;
  }

  /** Whether a block of the head has this message of the user verbatim, as the task or as words. */
  public static boolean states(HeadBlock block, String message) {
    return switch (block.kind()) {
      case TASK -> block.text().equals(message);
      case USER -> block.text().equals(LABEL + message);
      case PREFACE, ROLL_UP, CLOSED, EFFECTS, KEYS, USER_KEYS, SUMMARY, OPEN -> false;
    };
  }

  /** Estimated tokens of the block of a whole message. */
  private static int tokens(UserSegment message) {
    return TokenEstimate.of(message.text()) + OVERHEAD;
  }

  private static HeadBlock keys(List<UserSegment> gone, List<HeadBlock> earlierKeys) {
    StringBuilder all = new StringBuilder();
    gone.reversed().forEach(message -> all.append(message.text()).append('\n'));
    earlierKeys.forEach(line -> all.append(line.text()));
    List<String> keys = NamedKeys.in(all.toString(), Set.of(), MOST_KEY_TOKENS);
    return HeadBlock.of(
        Kind.USER_KEYS,
        "Earlier messages of the user are no longer shown"
            + (keys.isEmpty() ? "." : "; they had " + String.join(", ", keys) + "."));
  }
}
