package dev.recap.simulator.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules on roles and on the pairing of calls with results. */
final class MessageRules {
  private MessageRules() {}

  /** {@code compaction}: a request for one may end with what the assistant said. */
  static void check(List<Message> messages, boolean compaction) {
    if (!messages.getFirst().fromUser()) {
      throw ApiException.invalid("messages: first message must use the \"user\" role");
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.fromUser()) {
        user(message, i, i == 0 ? Set.of() : callIds(messages.get(i - 1)));
      } else {
        assistant(messages, i, ids);
      }
    }
    if (!compaction && !messages.getLast().fromUser()) {
      throw ApiException.invalid(
          "This model does not support assistant message prefill. The conversation must end with"
              + " a user message.");
    }
  }

  /** Where a model thinks with a budget, a round that waits for results begins with thinking. */
  static void checkLiveLoop(List<Message> messages) {
    int index = messages.size() - 2;
    if (messages.getLast().results().findAny().isEmpty()) {
      return;
    }
    Block first = messages.get(index).blocks().getFirst();
    if (!Prefix.isThinking(first.json())) {
      throw ApiException.invalid(
          "messages.%s.content.0.type: Expected `thinking` or `redacted_thinking`, but found"
              + " `%s`. When `thinking` is enabled, a final `assistant` message must start with a"
              + " thinking block (preceeding the lastmost set of `tool_use` and `tool_result`"
              + " blocks). To avoid this requirement, disable `thinking`.",
          index, first.json().path("type").asText());
    }
  }

  private static void user(Message message, int index, Set<String> asked) {
    Set<String> seen = new HashSet<>();
    for (int j = 0; j < message.blocks().size(); j++) {
      String path = "messages." + index + ".content." + j;
      switch (message.blocks().get(j)) {
        case Block.Result result -> {
          if (!asked.contains(result.callId())) {
            throw ApiException.invalid(
                "%s: unexpected `tool_use_id` found in `tool_result` blocks: %s. Each `tool_result`"
                    + " block must have a corresponding `tool_use` block in the previous message.",
                path, result.callId());
          }
          if (!seen.add(result.callId())) {
            throw ApiException.invalid(
                "%s: each tool_use must have a single result. Found multiple `tool_result` blocks"
                    + " with id: %s",
                path, result.callId());
          }
        }
        case Block.Call ignored ->
            throw ApiException.invalid(
                path + ": `tool_use` blocks can only be in `assistant` messages");
        case Block.Text ignored -> {}
        case Block.Thinking ignored ->
            throw ApiException.invalid(
                path + ": `thinking` blocks can only be in `assistant` messages");
        case Block.Other ignored -> {}
      }
    }
  }

  private static void assistant(List<Message> messages, int index, Set<String> ids) {
    Message message = messages.get(index);
    if (message.results().findAny().isPresent()) {
      throw ApiException.invalid(
          "messages.%s: `tool_result` blocks can only be in `user` messages", index);
    }
    for (int j = 0; j < message.blocks().size(); j++) {
      if (message.blocks().get(j) instanceof Block.Call call && !ids.add(call.id())) {
        throw ApiException.invalid(
            "messages.%s.content.%s: `tool_use` ids must be unique", index, j);
      }
    }
    Set<String> answered =
        index + 1 < messages.size() ? leading(messages.get(index + 1)) : Set.of();
    List<String> open =
        message.calls().map(Block.Call::id).filter(id -> !answered.contains(id)).toList();
    if (!open.isEmpty()) {
      throw ApiException.invalid(
          "messages.%s: `tool_use` ids were found without `tool_result` blocks immediately"
              + " after: %s. Each `tool_use` block must have a corresponding `tool_result` block in"
              + " the next message.",
          index, String.join(", ", open));
    }
  }

  /** The ids answered before anything else is said: results come first. */
  private static Set<String> leading(Message message) {
    Set<String> answered = new HashSet<>();
    for (Block block : message.blocks()) {
      if (!(block instanceof Block.Result result)) {
        break;
      }
      answered.add(result.callId());
    }
    return answered;
  }

  private static Set<String> callIds(Message message) {
    return message.calls().map(Block.Call::id).collect(Collectors.toSet());
  }
}
