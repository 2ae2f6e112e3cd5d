package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;

/** The rules on thinking: blocks come back unchanged, and a live tool loop keeps its own. */
final class ThinkingRules {
  private static final BigInteger SMALLEST_BUDGET = BigInteger.valueOf(1_024);

  private ThinkingRules() {}

  static boolean enabled(JsonNode body, int maxTokens) {
    JsonNode thinking = body.path("thinking");
    if (thinking.isMissingNode() || thinking.isNull()) {
      return false;
    }
    return switch (thinking.path("type").asText()) {
      case "disabled" -> false;
      case "adaptive" -> true;
      case "enabled" -> {
        checkBudget(thinking.path("budget_tokens"), maxTokens);
        yield true;
      }
      default ->
          throw ApiException.invalid(
              "thinking: Input tag '"
                  + thinking.path("type").asText()
                  + "' found using 'type' does not match any of the expected tags: 'adaptive',"
                  + " 'disabled', 'enabled'");
    };
  }

  private static void checkBudget(JsonNode budget, int maxTokens) {
    if (!budget.isIntegralNumber()) {
      throw ApiException.invalid("thinking.enabled.budget_tokens: Field required");
    }
    if (budget.bigIntegerValue().compareTo(SMALLEST_BUDGET) < 0) {
      throw ApiException.invalid(
          "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024");
    }
    if (budget.bigIntegerValue().compareTo(BigInteger.valueOf(maxTokens)) >= 0) {
      throw ApiException.invalid(
          "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our"
              + " documentation at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size");
    }
  }

  static void check(List<Message> messages, boolean enabled) {
    for (int i = 0; i < messages.size(); i++) {
      for (int j = 0; j < messages.get(i).blocks().size(); j++) {
        if (messages.get(i).blocks().get(j) instanceof Block.Thinking block
            && !block.signature().equals(Signatures.sign(block.thinking()))) {
          throw ApiException.invalid(
              "messages." + i + ".content." + j + ": Invalid `signature` in `thinking` block");
        }
      }
    }
    if (enabled && messages.getLast().results().findAny().isPresent()) {
      checkLiveLoop(messages, messages.size() - 2);
    }
  }

  private static void checkLiveLoop(List<Message> messages, int index) {
    Block first = messages.get(index).blocks().getFirst();
    boolean thinks =
        first instanceof Block.Thinking
            || (first instanceof Block.Other other && other.type().equals("redacted_thinking"));
    if (!thinks) {
      throw ApiException.invalid(
          "messages."
              + index
              + ".content.0.type: Expected `thinking` or `redacted_thinking`, but found `"
              + first.json().path("type").asText()
              + "`. When `thinking` is enabled, a final `assistant` message must start with a"
              + " thinking block (preceeding the lastmost set of `tool_use` and `tool_result`"
              + " blocks). To avoid this requirement, disable `thinking`.");
    }
  }
}
