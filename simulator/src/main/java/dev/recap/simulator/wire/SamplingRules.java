package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What newer models do not take: sampling, a forced tool, a reply that is begun for them. */
final class SamplingRules {
  private SamplingRules() {}

  static void check(JsonNode body, KnownModel model) {
    if (model.refusesSampling()) {
      for (String field : List.of("temperature", "top_p", "top_k")) {
        JsonNode value = body.path(field);
        boolean standard = field.equals("temperature") && value.asDouble() == 1;
        if (value.isNumber() && !standard) {
          throw ApiException.invalid("`" + field + "` is not supported for this model.");
        }
      }
    }
    String choice = body.path("tool_choice").path("type").asText();
    if (model.isSetInItsWays() && (choice.equals("tool") || choice.equals("any"))) {
      throw ApiException.invalid(
          "tool_choice: type \"tool\" and \"any\" are not supported for this model.");
    }
    JsonNode last = body.path("messages").path(body.path("messages").size() - 1);
    if (model.refusesSampling() && last.path("role").asText().equals("assistant")) {
      throw ApiException.invalid(
          "This model does not support assistant message prefill. The conversation must end with a"
              + " user message.");
    }
  }
}
