package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.ToolCall;
import dev.recap.lab.scenario.WireJson;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of the recorded run and what came of it then.
 *
 * @param error whether it was refused or broke down, so that it changed nothing
 */
record RecordedCall(ToolCall call, String result, boolean error) {
  /** How the recorded tools say that something was wrong. */
  static final String ERROR = "Error:";

  /** The recorded runs have had services that were away for a moment, which no rule foretells. */
  private static final Pattern OUTAGE = Pattern.compile("Error: 5\\d\\d\\b.*", Pattern.DOTALL);

  boolean isOutage() {
    return error && OUTAGE.matcher(result).matches();
  }

  /** One of its arguments; empty where there is no such text. */
  String argument(String name) {
    return WireJson.read(call.arguments()).path(name).asText();
  }

  /** The object that it showed, if it showed one. */
  Optional<ObjectNode> object() {
    return error ? Optional.empty() : LikeJson.object(result);
  }
}
