package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.conversation.ToolCall;
import dev.recap.lab.scenario.WireJson;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A call of the recorded run and what came of it then.
 *
 * @param error whether it was refused or broke down, so that it changed nothing
 * @param again whether it was not recorded, but repeats one that was
 */
record TraceCall(ToolCall call, String result, boolean error, boolean again) {
  /** How the recorded tools say that something was wrong. */
  static final String ERROR = "Error:";

  /** The recorded runs have had services that were away for a moment, which no rule foretells. */
  private static final Pattern OUTAGE = Pattern.compile("Error: 5\\d\\d\\b.*", Pattern.DOTALL);

  private static final Set<String> CHANGING =
      Set.of(
          "cancel_pending_order",
          "modify_pending_order_address",
          "modify_pending_order_items",
          "modify_pending_order_payment",
          "exchange_delivered_order_items",
          "return_delivered_order_items",
          "modify_user_address",
          "transfer_to_human_agents");

  /** Whether it was carried out and may have left a mark. */
  boolean changed() {
    return !error && CHANGING.contains(call.tool());
  }

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
