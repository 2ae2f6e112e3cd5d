package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.simulator.wire.Model.Effort;
import dev.recap.simulator.wire.Model.Thinking;
import dev.recap.simulator.wire.Thoughts.Kind;
import dev.recap.simulator.wire.Thoughts.Mismatch;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The rules on how a model may be asked to think. */
final class ThinkingRules {
  static final String BINDING_BETA = "thinking-binding-controls-2026-08-01";

  private static final String UPDATES_BETA = "thinking-display-updates-2026-08-18";
  private static final BigInteger SMALLEST_BUDGET = BigInteger.valueOf(1_024);

  private ThinkingRules() {}

  static Thoughts read(JsonNode body, Model model, int maxTokens, Terms terms) {
    JsonNode thinking = body.path("thinking");
    Effort effort = effort(body, model);
    if (thinking.isMissingNode() || thinking.isNull()) {
      return model.thinksUnasked()
          ? new Thoughts(adaptive(model), false, effort, Mismatch.UNSAID)
          : Thoughts.none(effort, Mismatch.UNSAID);
    }
    String type = thinking.path("type").asText();
    checkType(type, model, effort);
    Mismatch mismatch = mismatch(thinking, type, terms);
    boolean shown = shown(thinking, type, model, terms);
    return switch (type) {
      case "disabled" -> Thoughts.none(effort, mismatch);
      case "enabled" -> {
        checkBudget(thinking.path("budget_tokens"), maxTokens);
        yield new Thoughts(Kind.IN_WORDS, shown, effort, mismatch);
      }
      case "between_tools" -> {
        checkAlone(thinking, effort);
        yield new Thoughts(adaptive(model), false, effort, mismatch);
      }
      default -> new Thoughts(adaptive(model), shown, effort, mismatch);
    };
  }

  private static Kind adaptive(Model model) {
    if (!model.known()) {
      return Kind.IN_WORDS;
    }
    return model.refusesForcedTools() ? Kind.ADAPTIVE_BETWEEN_CALLS : Kind.ADAPTIVE;
  }

  private static Effort effort(JsonNode body, Model model) {
    JsonNode effort = body.path("output_config").path("effort");
    if (effort.isMissingNode() || effort.isNull()) {
      return model.effort();
    }
    if (!model.takesEffort()) {
      throw ApiException.invalid("This model does not support the effort parameter.");
    }
    for (Effort one : Effort.values()) {
      if (one.name().toLowerCase(java.util.Locale.ROOT).equals(effort.asText())) {
        return one;
      }
    }
    throw ApiException.invalid(
        "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'");
  }

  private static void checkType(String type, Model model, Effort effort) {
    if (!Set.of("adaptive", "between_tools", "disabled", "enabled").contains(type)) {
      throw ApiException.invalid(
          "thinking: Input tag '%s' found using 'type' does not match any of the expected"
              + " tags: 'adaptive', 'between_tools', 'disabled', 'enabled'",
          type);
    }
    Thinking kind = model.thinking();
    if (type.equals("adaptive") && kind == Thinking.BUDGET) {
      throw ApiException.invalid("adaptive thinking is not supported on this model");
    }
    boolean taken =
        switch (type) {
          case "enabled" -> !model.sinceOpus47();
          case "disabled" -> kind.compareTo(Thinking.BETWEEN_TOOLS_AT_LEAST) < 0;
          case "between_tools" -> kind == Thinking.BETWEEN_TOOLS_AT_LEAST;
          default -> true;
        };
    if (!taken) {
      throw ApiException.invalid(
          "\"thinking.type.%s\" is not supported for this model. Use"
              + " \"thinking.type.adaptive\" and \"output_config.effort\" to control thinking"
              + " behavior.",
          type);
    }
    if (type.equals("disabled")
        && kind == Thinking.ADAPTIVE_BELOW_XHIGH
        && effort.compareTo(Effort.HIGH) > 0) {
      throw ApiException.invalid(
          "thinking: `disabled` is not supported with an effort above `high` on this model");
    }
  }

  private static void checkAlone(JsonNode thinking, Effort effort) {
    for (String field : List.of("display", "block_binding", "budget_tokens")) {
      if (thinking.has(field)) {
        throw ApiException.invalid(
            "thinking.between_tools.%s: Extra inputs are not permitted", field);
      }
    }
    if (effort.compareTo(Effort.HIGH) > 0) {
      throw ApiException.invalid(
          "thinking: `between_tools` is not supported with an effort above `high`");
    }
  }

  private static Mismatch mismatch(JsonNode thinking, String type, Terms terms) {
    if (!thinking.has("block_binding")) {
      return Mismatch.UNSAID;
    }
    String path = "thinking." + type + ".block_binding";
    if (!terms.has(BINDING_BETA) || type.equals("disabled")) {
      throw ApiException.invalid(path + ": Extra inputs are not permitted");
    }
    return switch (thinking
        .path("block_binding")
        .path("prefix_mismatch_behavior")
        .asText("error")) {
      case "error" -> Mismatch.ERROR;
      case "drop_block" -> Mismatch.DROP_BLOCK;
      default ->
          throw ApiException.invalid(
              path + ".prefix_mismatch_behavior: Input should be 'error' or 'drop_block'");
    };
  }

  private static boolean shown(JsonNode thinking, String type, Model model, Terms terms) {
    String display =
        thinking.path("display").asText(model.sinceOpus47() ? "omitted" : "summarized");
    boolean updates = display.equals("updates") && terms.has(UPDATES_BETA);
    if (!updates && !Set.of("omitted", "summarized").contains(display)) {
      throw ApiException.invalid(
          "thinking.%s.display: Input should be 'summarized' or 'omitted'", type);
    }
    return display.equals("summarized");
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
}
