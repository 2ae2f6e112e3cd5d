package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.TokenCounter;
import java.util.List;
import java.util.Optional;

/** Cuts a reply at a stop sequence, at {@code max_tokens} or at the end of the window. */
public final class Limits {
  private final TokenCounter counter;

  public Limits(TokenCounter counter) {
    this.counter = counter;
  }

  /** The reply up to the first stop sequence in its text. */
  public Reply atStopSequence(Reply reply, List<String> stops) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode block : reply.content()) {
      String text = block.path("type").asText().equals("text") ? block.path("text").asText() : "";
      Optional<String> hit = first(text, stops);
      if (hit.isPresent()) {
        String before = text.substring(0, text.indexOf(hit.get()));
        if (!before.isEmpty()) {
          kept.add(Reply.textBlock(before));
        }
        return new Reply(kept, Reply.Stop.STOP_SEQUENCE, hit);
      }
      kept.add(block);
    }
    return reply;
  }

  private static Optional<String> first(String text, List<String> stops) {
    return stops.stream()
        .filter(text::contains)
        .min((a, b) -> Integer.compare(text.indexOf(a), text.indexOf(b)));
  }

  /** The reply in at most that many tokens; a call that does not fit loses its input. */
  public Reply atTokens(Reply reply, int tokens, Reply.Stop reason) {
    if (counter.countContent(reply.content()) <= tokens) {
      return reply;
    }
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int left = tokens;
    for (JsonNode block : reply.content()) {
      int size = counter.countBlock(block);
      if (size <= left) {
        kept.add(block);
        left -= size;
        continue;
      }
      cut(block, left).ifPresent(kept::add);
      break;
    }
    return Reply.of(kept, reason);
  }

  private Optional<JsonNode> cut(JsonNode block, int tokens) {
    return switch (block.path("type").asText()) {
      case "text" -> {
        String text = counter.beginning(block.path("text").asText(), tokens);
        yield text.isEmpty() ? Optional.empty() : Optional.of(Reply.textBlock(text));
      }
      case "thinking" -> {
        ObjectNode begun = block.deepCopy();
        begun.put("thinking", counter.beginning(block.path("thinking").asText(), tokens));
        begun.put("signature", Seal.of("", tokens, Seal.Birth.none()).sign());
        yield tokens < 1 ? Optional.empty() : Optional.of(begun);
      }
      default -> {
        ObjectNode bare = block.deepCopy();
        bare.putObject("input");
        yield counter.countBlock(bare) <= tokens ? Optional.of(bare) : Optional.empty();
      }
    };
  }
}
