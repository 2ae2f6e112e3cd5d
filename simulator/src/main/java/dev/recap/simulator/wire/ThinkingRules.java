package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;

/** The rules on thinking: blocks come back unchanged, and a live tool loop keeps its own. */
final class ThinkingRules {
  private static final BigInteger SMALLEST_BUDGET = BigInteger.valueOf(1_024);

  private ThinkingRules() {}

  static boolean enabled(JsonNode body, int maxTokens, KnownModel model) {
    JsonNode thinking = body.path("thinking");
    if (thinking.isMissingNode() || thinking.isNull()) {
      return model.thinks().byDefault();
    }
    return switch (thinking.path("type").asText()) {
      case "disabled" -> {
        checkOff(body, model);
        yield false;
      }
      case "adaptive" -> {
        if (!model.thinks().adaptively()) {
          throw ApiException.invalid("adaptive thinking is not supported on this model");
        }
        yield true;
      }
      case "enabled" -> {
        if (!model.thinks().withBudget()) {
          throw unsupported("enabled");
        }
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

  private static void checkOff(JsonNode body, KnownModel model) {
    if (model.thinks() == KnownModel.Thinks.ALWAYS) {
      throw unsupported("disabled");
    }
    String effort = body.path("output_config").path("effort").asText();
    if (model.thinks().byDefault() && (effort.equals("xhigh") || effort.equals("max"))) {
      throw ApiException.invalid(
          "thinking: `disabled` is not supported with effort '" + effort + "' on this model");
    }
  }

  private static ApiException unsupported(String type) {
    return ApiException.invalid(
        "\"thinking.type."
            + type
            + "\" is not supported for this model. Use \"thinking.type.adaptive\" and"
            + " \"output_config.effort\" to control thinking behavior.");
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

  /** Where the newest reply came back without its thinking while its calls are being answered. */
  static void checkOpenRound(JsonNode messages) {
    int asking = messages.size() - 2;
    boolean stripped =
        asking >= 0
            && has(messages.get(asking + 1), "tool_result")
            && has(messages.get(asking), "tool_use")
            && !has(messages.get(asking), "thinking");
    if (stripped) {
      throw ApiException.invalid(
          "messages."
              + asking
              + ": `thinking` or `redacted_thinking` blocks in the latest assistant message cannot"
              + " be modified. These blocks must remain as they were in the original response.");
    }
  }

  private static boolean has(JsonNode message, String type) {
    for (JsonNode block : message.path("content")) {
      if (block.path("type").asText().equals(type)) {
        return true;
      }
    }
    return false;
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
