package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The tokens of one exchange. The whole prompt is input + cache read + both cache writes.
 *
 * @param input uncached: what follows the last cache breakpoint
 * @param cacheRead read from the cache
 * @param write5m written to the cache for five minutes
 * @param write1h written to the cache for an hour
 * @param output of the reply
 */
public record Usage(int input, int cacheRead, int write5m, int write1h, Output output) {
  /** The tokens of a reply, and those of them that are thinking. */
  public record Output(int tokens, int thinking) {}

  /** A prompt without a reply. */
  public static Usage prompt(int input, int cacheRead, int write5m, int write1h) {
    return new Usage(input, cacheRead, write5m, write1h, new Output(0, 0));
  }

  /** The same with a reply. */
  public Usage withOutput(Output written) {
    return new Usage(input, cacheRead, write5m, write1h, written);
  }

  /**
   * The usage of a compaction: nothing at the top, since no reply was made, and the call that wrote
   * the summary as an iteration.
   */
  public ObjectNode compactionJson() {
    ObjectNode json = prompt(0, 0, 0, 0).json();
    ObjectNode iteration = json.putArray("iterations").addObject().put("type", "compaction");
    iteration.setAll(json());
    iteration.remove("service_tier");
    return json;
  }

  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("input_tokens", input);
    json.put("cache_creation_input_tokens", write5m + write1h);
    json.put("cache_read_input_tokens", cacheRead);
    json.putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", write5m)
        .put("ephemeral_1h_input_tokens", write1h);
    json.put("output_tokens", output.tokens());
    json.putObject("output_tokens_details").put("thinking_tokens", output.thinking());
    json.put("service_tier", "standard");
    return json;
  }
}
