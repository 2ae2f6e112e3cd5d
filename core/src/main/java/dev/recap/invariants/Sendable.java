package dev.recap.invariants;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is sent of a reply and of the answers to its calls. The record keeps what came, and its
 * entries and the tools go on naming a call as the model did; but what a provider does not accept
 * would stand in every later request and be refused for ever. Nearly always nothing is changed:
 * then the very same instance is given back.
 *
 * <p>What is sent depends on the record alone, so it is the same after every resume and on every
 * release that keeps these rules. The calls that are sent are those of the reply, one for one and
 * in order.
 *
 * <p>A turn with signed thinking is changed, too: left as it is it is refused for certain. Its
 * thinking stays where all that was changed stands behind it, because a signature covers only what
 * stands before its block, and whatever is signed later is signed for the changed turn, which is
 * all that is ever sent. Where thinking stands behind something changed, all thinking of that turn
 * leaves: the signature could not hold, and a part of a turn's thinking is refused.
 */
public final class Sendable {
  /** What an error without a word says instead. */
  static final String NO_WORDS = "It failed, and the tool does not say why.";

  static final String NAMELESS = "nameless_tool";

  private Sendable() {}

  /**
   * What is sent of a reply: no blank text, and its calls under ids and names and with arguments
   * that are accepted. May be empty, where the reply said nothing.
   *
   * @param turn the number of the turn, of which a new id is made
   * @param taken whether a call in the view before this reply has this id as it was sent
   */
  public static List<Block> reply(int turn, List<Block> content, Predicate<String> taken) {
    var calls = new Calls(turn, content, taken);
    List<Block> sent = new ArrayList<>(content.size());
    int firstChange = Integer.MAX_VALUE;
    int lastThought = -1;
    for (int i = 0; i < content.size(); i++) {
      Block block = content.get(i);
      Block instead = block instanceof ToolCall call ? calls.sent(call) : block;
      boolean blank = block instanceof Text(var text) && text.isBlank();
      if (!blank) {
        sent.add(instead);
      }
      if (blank || !instead.equals(block)) {
        firstChange = Math.min(firstChange, i);
      }
      lastThought = isThinking(block) ? i : lastThought;
    }
    if (firstChange == Integer.MAX_VALUE) {
      return content;
    }
    if (firstChange < lastThought) {
      sent.removeIf(Sendable::isThinking);
    }
    return List.copyOf(sent);
  }

  /**
   * What is sent of an answer: under the id its call was sent with, and an error with words.
   *
   * @param callId the id of its call as it was sent
   */
  public static ToolResult result(ToolResult result, String callId) {
    boolean mute = result.error() && result.content().isBlank();
    return !mute && result.callId().equals(callId)
        ? result
        : new ToolResult(
            callId, mute ? NO_WORDS : result.content(), result.error(), result.shown());
  }

  /** Whether it is signed thinking. */
  public static boolean isThinking(Block block) {
    return block instanceof Opaque opaque && opaque.isThinking();
  }

  /** Whether it can be a provider's own summary, which stands first. */
  static boolean isSummary(Block block) {
    return block instanceof Opaque opaque && !opaque.isThinking();
  }

  /** The calls of one reply, in order. */
  private static final class Calls {
    private final int turn;
    private final Predicate<String> taken;
    private final Set<String> sent = new HashSet<>();

    /** No made id may be one that a later call of the reply came with. */
    private final Set<String> came = new HashSet<>();

    private int position;

    Calls(int turn, List<Block> content, Predicate<String> taken) {
      this.turn = turn;
      this.taken = taken;
      for (Block block : content) {
        if (block instanceof ToolCall call) {
          came.add(call.id());
        }
      }
    }

    ToolCall sent(ToolCall call) {
      position++;
      String id = id(call.id());
      String tool = tool(call.tool());
      String arguments = arguments(call.arguments());
      boolean same =
          id.equals(call.id()) && tool.equals(call.tool()) && arguments.equals(call.arguments());
      return same ? call : new ToolCall(id, tool, arguments);
    }

    private String id(String given) {
      if (Accepted.asId(given) && !taken.test(given) && sent.add(given)) {
        return given;
      }
      String made = "turn%d_call%d".formatted(turn, position);
      while (taken.test(made) || came.contains(made) || !sent.add(made)) {
        made += "_";
      }
      return made;
    }

    private static String tool(String given) {
      if (Accepted.asToolName(given)) {
        return given;
      }
      String plain = given.replaceAll("[^a-zA-Z0-9_-]", "_");
      return plain.isEmpty()
          ? NAMELESS
          : plain.substring(0, Math.min(plain.length(), Accepted.LONGEST_TOOL_NAME));
    }

    /** Some providers send nothing at all for a tool without parameters. */
    private static String arguments(String given) {
      if (Accepted.asArguments(given)) {
        return given;
      }
      String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(given));
      return given.isBlank() ? "{}" : "{\"arguments\":\"%s\"}".formatted(quoted);
    }
  }
}
