package dev.recap.lab.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.conversation.Usage;

/** Reads what went over the wire, or was recorded there, and so has to be JSON. */
public final class WireJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WireJson() {}

  public static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("something went over the wire that is not JSON: " + text, e);
    }
  }

  /** The tokens of a reply's {@code usage}. */
  public static Usage usage(JsonNode usage) {
    return new Usage(
        usage.path("input_tokens").asLong(),
        usage.path("cache_read_input_tokens").asLong(),
        usage.path("cache_creation_input_tokens").asLong(),
        usage.path("output_tokens").asLong());
  }
}
