package dev.recap.simulator.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.wire.Block;
import java.util.List;
import java.util.Optional;

/**
 * A call that the user's words name.
 *
 * @param words what stands behind the name, up to the next one
 * @param value the one value of those words that this call is about, empty where it is about all
 * @param written the input as the user wrote it
 * @param problem why an input that the user wrote cannot be read, else empty
 */
record NamedCall(
    String tool, String words, String value, Optional<ObjectNode> written, String problem) {

  /** The values that it names. */
  List<String> values() {
    return written
        .map(input -> input.valueStream().map(JsonNode::asText).toList())
        .orElseGet(() -> value.isEmpty() ? SpokenValues.ids(words) : List.of(value));
  }

  /** Whether a call is this one, as far as the user said what it is about. */
  boolean madeBy(Block.Call call) {
    List<String> given = call.input().valueStream().map(JsonNode::asText).toList();
    return call.name().equals(tool)
        && written
            .map(call.input()::equals)
            .orElseGet(() -> value.isEmpty() || given.contains(value));
  }
}
