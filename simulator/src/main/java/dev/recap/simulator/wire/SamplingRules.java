package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The rules on sampling: newer models take none, older ones none beside thinking. */
final class SamplingRules {
  private SamplingRules() {}

  static void check(JsonNode body, Model model, Thoughts thoughts) {
    for (String field : List.of("temperature", "top_p", "top_k")) {
      JsonNode value = body.path(field);
      boolean usual = !field.equals("top_k") && value.asDouble() == 1;
      if (!value.isNumber() || usual) {
        continue;
      }
      if (model.sinceOpus47()) {
        throw ApiException.invalid("`%s` is not supported for this model.", field);
      }
      boolean narrow = field.equals("top_p") && value.asDouble() >= 0.95;
      if (model.known() && thoughts.any() && !narrow) {
        throw ApiException.invalid(
            "`%s` may not be changed when thinking is enabled or adaptive.", field);
      }
    }
  }
}
