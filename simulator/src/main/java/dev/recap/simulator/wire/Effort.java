package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** How long a model thinks: a fixed number of tokens by the effort that a request asks for. */
public final class Effort {
  private Effort() {}

  /** The tokens of the thinking before each reply. */
  public static int tokens(JsonNode body) {
    String effort = body.path("output_config").path("effort").asText("high");
    return switch (effort) {
      case "low" -> 30;
      case "medium" -> 80;
      case "high" -> 160;
      case "xhigh" -> 320;
      case "max" -> 640;
      default ->
          throw ApiException.invalid(
              "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'");
    };
  }
}
