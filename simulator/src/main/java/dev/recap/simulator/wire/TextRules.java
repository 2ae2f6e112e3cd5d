package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules on texts: no block of system or messages is empty or blank. */
final class TextRules {
  private TextRules() {}

  /** Judges the blocks of a system prompt; one that is a string may be anything. */
  static void checkSystem(JsonNode system) {
    for (int i = 0; system.isArray() && i < system.size(); i++) {
      check(system.get(i), "system", "system." + i);
    }
  }

  /**
   * Judges a text block.
   *
   * @param list the field whose list it stands in, which the API names instead of the block
   * @param path the block, which the API names where it is marked for the cache
   */
  static void check(JsonNode block, String list, String path) {
    String text = block.path("text").asText();
    if (text.isEmpty() && block.hasNonNull("cache_control")) {
      throw ApiException.invalid(path + ": cache_control cannot be set for empty text blocks");
    }
    if (text.isEmpty()) {
      throw ApiException.invalid(list + ": text content blocks must be non-empty");
    }
    if (text.isBlank()) {
      throw ApiException.invalid(list + ": text content blocks must contain non-whitespace text");
    }
  }
}
