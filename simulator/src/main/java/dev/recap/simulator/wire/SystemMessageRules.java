package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules on where system messages may stand among the others. */
final class SystemMessageRules {
  static final String ROLE = "system";

  private SystemMessageRules() {}

  static void check(JsonNode messages, Model model) {
    for (int i = 0; i < messages.size(); i++) {
      if (!role(messages, i).equals(ROLE)) {
        continue;
      }
      if (!model.takesSystemMessages()) {
        throw ApiException.invalid(
            "messages.%s.role: Input should be 'user' or 'assistant', got 'system'", i);
      }
      boolean behindUser = role(messages, i - 1).equals("user");
      boolean beforeAssistant =
          i + 1 == messages.size() || role(messages, i + 1).equals("assistant");
      if (!behindUser || !beforeAssistant) {
        throw ApiException.invalid(
            "messages.%s: a `system` message must follow a `user` message and be last or"
                + " followed by an `assistant` message",
            i);
      }
    }
  }

  private static String role(JsonNode messages, int index) {
    return messages.path(index).path("role").asText();
  }
}
