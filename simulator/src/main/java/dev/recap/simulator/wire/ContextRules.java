package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The rules on what a request may have done to its context: three kinds of edits. */
final class ContextRules {
  static final String TOOLS = "clear_tool_uses_20250919";
  static final String THINKING = "clear_thinking_20251015";
  static final String COMPACT = "compact_20260112";

  private static final String EDITING_BETA = "context-management-2025-06-27";
  private static final String COMPACT_BETA = "compact-2026-01-12";
  private static final int LOWEST_TRIGGER = 50_000;

  private ContextRules() {}

  static void check(JsonNode body, Model model, Terms terms) {
    JsonNode edits = body.path("context_management").path("edits");
    if (body.hasNonNull("context_management")
        && !terms.has(EDITING_BETA)
        && !terms.has(COMPACT_BETA)) {
      throw ApiException.invalid("context_management: Extra inputs are not permitted");
    }
    for (int i = 0; i < edits.size(); i++) {
      edit(edits.get(i), i, model, terms);
    }
  }

  private static void edit(JsonNode edit, int index, Model model, Terms terms) {
    String type = edit.path("type").asText();
    String path = "context_management.edits." + index;
    boolean compacts = type.equals(COMPACT);
    if (!List.of(TOOLS, THINKING, COMPACT).contains(type)
        || !terms.has(compacts ? COMPACT_BETA : EDITING_BETA)) {
      throw ApiException.invalid(
          "%s: Input tag '%s' found using 'type' does not match any expected tag", path, type);
    }
    for (String part : List.of("trigger", "keep", "clear_at_least")) {
      JsonNode value = edit.path(part).path("value");
      if (edit.path(part).isObject() && (!value.canConvertToInt() || value.asInt() < 0)) {
        throw ApiException.invalid(
            "%s.%s.%s.value: Input should be a valid integer", path, type, part);
      }
    }
    if (type.equals(THINKING) && index > 0) {
      throw ApiException.invalid("%s.%s: must be the first edit", path, type);
    }
    if (compacts && !model.compacts()) {
      throw ApiException.invalid("%s.%s: not supported for this model", path, type);
    }
    if (compacts && trigger(edit) < LOWEST_TRIGGER) {
      throw ApiException.invalid(
          "%s.%s: trigger.value must be at least %s", path, type, LOWEST_TRIGGER);
    }
  }

  static int trigger(JsonNode edit) {
    return edit.path("trigger").path("value").asInt(150_000);
  }
}
