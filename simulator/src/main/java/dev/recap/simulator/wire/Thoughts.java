package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;

/**
 * How a reply is to be thought about.
 *
 * @param kind how it thinks, if it does
 * @param shown whether the text stands in the block
 * @param effort how hard
 * @param mismatch what to do about bound thinking behind another prefix
 */
public record Thoughts(Kind kind, boolean shown, Model.Effort effort, Mismatch mismatch) {
  /** How a reply thinks. */
  enum Kind {
    NOT,
    /** With a budget, or by a model nobody knows: the text is the thinking. */
    IN_WORDS,
    /** As long as the effort makes it, whatever is shown of it. */
    ADAPTIVE,
    /** The same, and once more before the last of several calls. */
    ADAPTIVE_BETWEEN_CALLS
  }

  /** What becomes of bound thinking behind another prefix. */
  enum Mismatch {
    UNSAID,
    ERROR,
    DROP_BLOCK
  }

  static Thoughts none(Model.Effort effort, Mismatch mismatch) {
    return new Thoughts(Kind.NOT, false, effort, mismatch);
  }

  /** Whether a round of calls that waits for results has to begin with thinking. */
  boolean opensRounds() {
    return kind == Kind.IN_WORDS;
  }

  /** The same without any, as where a call is demanded. */
  Thoughts silenced() {
    return none(effort, mismatch);
  }

  public boolean any() {
    return kind != Kind.NOT;
  }

  /** A reply's thinking in its size, and shown or not. */
  public Reply size(Reply reply, TokenCounter counter) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    long calls = Reply.blocks(reply.content()).filter(Thoughts::isCall).count();
    boolean notes = kind == Kind.ADAPTIVE_BETWEEN_CALLS && calls > 1;
    for (JsonNode block : reply.content()) {
      if (block instanceof ObjectNode thinking && Prefix.isThinking(block)) {
        blocks.add(sized(thinking, effort.tokens, counter));
      } else {
        if (notes && isCall(block) && --calls == 0) {
          blocks.add(sized(Reply.thinkingBlock("One more."), effort.tokens / 4, counter));
        }
        blocks.add(block);
      }
    }
    return new Reply(blocks, reply.stop(), reply.stopSequence());
  }

  private static boolean isCall(JsonNode block) {
    return block.path("type").asText().equals("tool_use");
  }

  private ObjectNode sized(ObjectNode thinking, int adaptiveTokens, TokenCounter counter) {
    String text = thinking.path("thinking").asText();
    boolean inWords = kind == Kind.IN_WORDS || kind == Kind.NOT;
    int tokens = inWords ? counter.count(text) : adaptiveTokens;
    thinking.put("thinking", inWords || shown ? text : "");
    return thinking.put("signature", Seal.of("", tokens, Seal.Birth.none()).sign());
  }
}
