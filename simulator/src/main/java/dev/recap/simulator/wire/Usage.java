package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

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
   * The usage of a reply with a compaction: what wrote the summary is an iteration and counts
   * nowhere else.
   *
   * @param reply what the reply itself took, if there was one
   */
  public ObjectNode compactionJson(Optional<Usage> reply) {
    ObjectNode json = reply.orElse(prompt(0, 0, 0, 0)).json();
    ArrayNode iterations = json.putArray("iterations");
    iterations.addObject().put("type", "compaction").setAll(json());
    reply.ifPresent(own -> iterations.addObject().put("type", "message").setAll(own.json()));
    List<String> unknown = List.of("service_tier", "output_tokens_details");
    iterations.forEach(iteration -> ((ObjectNode) iteration).remove(unknown));
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
