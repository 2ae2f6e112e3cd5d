package dev.recap.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.recap.simulator.wire.Seal;
import dev.recap.simulator.wire.Usage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts tokens as a Claude model would, closely enough to simulate with: the o200k tokenizer,
 * scaled, plus an overhead for each message, call, result and tool.
 *
 * <p>The constants were fitted to recorded usage; method and error stand in {@code
 * docs/simulator.md}. Safe for use by several threads.
 */
public final class TokenCounter {
  /** Claude tokens per o200k token on tool traffic. */
  static final double SCALE = 1.18;

  private static final int MESSAGE = 3;
  private static final int CALL = 38;
  private static final int RESULT = 17;
  private static final int TOOL_USE_PREAMBLE = 498;
  private static final int TOOL = 12;
  private static final int PICTURE = 1_600;
  private static final int PAGE = 3_000;
  private static final int REMEMBERED = 20_000;

  private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

  /** Read once, when the first text is counted: its table takes a third of a second to load. */
  private static final class Tokenizer {
    static final Encoding O200K =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  private final double factor;

  /** A counter for the Claude family up to Opus 4.6. */
  public TokenCounter() {
    this(1);
  }

  /**
   * A counter for a model of another tokenizer.
   *
   * @param factor its tokens for each of Opus 4.6
   */
  public TokenCounter(double factor) {
    this.factor = factor;
  }

  /** Tokens of a bare text, 0 for an empty one. */
  public int count(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    Integer known = remembered.get(text);
    if (known != null) {
      return known;
    }
    int counted = Math.max(1, scaled(SCALE * Tokenizer.O200K.countTokensOrdinary(text)));
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(text, counted);
    return counted;
  }

  private int scaled(double tokens) {
    return (int) Math.round(factor * tokens);
  }

  /** The longest beginning of the text that counts at most {@code tokens}. */
  public String beginning(String text, int tokens) {
    if (count(text) <= tokens) {
      return text;
    }
    int raw = (int) Math.floor((tokens + 0.49) / (SCALE * factor));
    if (raw < 1) {
      return "";
    }
    return Tokenizer.O200K.decode(Tokenizer.O200K.encodeOrdinary(text, raw).getTokens());
  }

  /**
   * Tokens of the prompt of a request as the API would see it: tools, system and messages.
   *
   * @param request a request body; anything unknown in it counts nothing
   */
  public int countRequest(JsonNode request) {
    int tokens = 0;
    int index = 0;
    for (JsonNode tool : request.path("tools")) {
      tokens += countTool(tool, index++ == 0);
    }
    tokens += countContent(request.path("system"));
    String lastRole = "";
    for (JsonNode message : request.path("messages")) {
      String role = message.path("role").asText();
      tokens += role.equals(lastRole) ? 0 : messageOverhead();
      tokens += countContent(message.path("content"));
      lastRole = role;
    }
    return tokens;
  }

  /** Tokens of a message's content: a text or an array of blocks. Also what a reply counts. */
  public int countContent(JsonNode content) {
    if (content.isTextual()) {
      return count(content.asText());
    }
    int tokens = 0;
    for (JsonNode block : content) {
      tokens += countBlock(block);
    }
    return tokens;
  }

  /** Tokens of a reply, and those of them that are thinking. */
  Usage.Output output(JsonNode content) {
    int thinking = 0;
    for (JsonNode block : content) {
      thinking += block.path("type").asText().equals("thinking") ? countBlock(block) : 0;
    }
    return new Usage.Output(countContent(content), thinking);
  }

  /** Tokens of one content block. */
  public int countBlock(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "text" -> count(block.path("text").asText());
      case "tool_use" ->
          scaled(CALL) + count(block.path("name").asText()) + count(block.path("input").toString());
      case "tool_result" -> scaled(RESULT) + countContent(block.path("content"));
      case "thinking" -> Seal.tokens(block).orElseGet(() -> count(block.path("thinking").asText()));
      case "redacted_thinking" -> count(block.path("data").asText());
      case "compaction" -> count(block.path("content").asText());
      case "image" -> PICTURE;
      case "document" -> {
        // Nobody counts the pages here: a document in base64 has one.
        JsonNode source = block.path("source");
        yield source.path("type").asText().equals("text")
            ? count(source.path("data").asText())
            : PAGE;
      }
      default -> count(block.toString());
    };
  }

  /** Tokens a message costs beside its blocks. */
  public int messageOverhead() {
    return scaled(MESSAGE);
  }

  /**
   * Tokens of one tool spec.
   *
   * @param first whether it is the request's first, which carries the price of having tools at all
   */
  public int countTool(JsonNode tool, boolean first) {
    JsonNode counted = tool;
    if (tool instanceof ObjectNode object && object.has("cache_control")) {
      counted = object.deepCopy().without("cache_control");
    }
    return scaled(TOOL + (first ? TOOL_USE_PREAMBLE : 0)) + count(counted.toString());
  }
}
