package dev.recap.lab.peers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.lab.count.AskedCall;
import dev.recap.lab.scenario.WireJson;
import dev.recap.simulator.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run asked of the simulator server, read off the server's log.
 *
 * @param all delivered exchanges, in order
 * @param taskMissing how many of their requests are without the task's words
 */
record ServerLog(List<Asked> all, int taskMissing) {
  private static final String MESSAGES = "/v1/messages";
  private static final int OK = 200;

  /**
   * One delivered exchange.
   *
   * @param summary whether a summary was asked for; all others are turns
   */
  record Asked(boolean summary, String requestJson, Usage usage, List<ToolCall> calls) {
    Asked {
      calls = List.copyOf(calls);
    }
  }

  ServerLog {
    all = List.copyOf(all);
  }

  /** Reads the exchanges of one run; failed ones and token counts are passed over. */
  static ServerLog of(List<RecordedExchange> exchanges, String task) {
    List<Asked> all = new ArrayList<>();
    int missing = 0;
    for (RecordedExchange exchange : exchanges) {
      if (exchange.status() == OK && exchange.path().equals(MESSAGES)) {
        JsonNode request = WireJson.read(exchange.requestJson());
        JsonNode reply = WireJson.read(exchange.responseJson());
        Usage usage = usage(reply.path("usage"));
        all.add(new Asked(forSummary(request), exchange.requestJson(), usage, calls(reply)));
        missing += shows(request, task) ? 0 : 1;
      }
    }
    return new ServerLog(all, missing);
  }

  List<Asked> turns() {
    return all.stream().filter(asked -> !asked.summary()).toList();
  }

  List<Asked> summaries() {
    return all.stream().filter(Asked::summary).toList();
  }

  /** The calls of all turns, as the counter of calls wants them. */
  List<AskedCall> asked() {
    List<AskedCall> asked = new ArrayList<>();
    List<Asked> turns = turns();
    for (int turn = 0; turn < turns.size(); turn++) {
      for (ToolCall call : turns.get(turn).calls()) {
        asked.add(new AskedCall(turn + 1, call));
      }
    }
    return asked;
  }

  /** How many of the queue's tickets the last turn's request named. */
  int ticketsShown(int tickets) {
    List<Asked> turns = turns();
    return turns.isEmpty() ? 0 : TicketsShown.in(turns.getLast().requestJson(), tickets);
  }

  /** Dollars by what one exchange costs: a price may depend on the length of its prompt. */
  static double dollars(List<Asked> exchanges, ToDoubleFunction<Usage> price) {
    return exchanges.stream().map(Asked::usage).mapToDouble(price).sum();
  }

  static Usage sum(List<Asked> exchanges) {
    return exchanges.stream().map(Asked::usage).reduce(Usage.NONE, Usage::plus);
  }

  /**
   * The peers ask for a summary without offering tools, or by the API's own {@code compaction}
   * field.
   */
  private static boolean forSummary(JsonNode request) {
    return request.path("tools").isEmpty() || request.path("compaction").isObject();
  }

  /** Where the API reports iterations they are the whole of the usage, and its top level is not. */
  private static Usage usage(JsonNode usage) {
    Usage sum = Usage.NONE;
    for (JsonNode iteration : usage.path("iterations")) {
      sum = sum.plus(WireJson.usage(iteration));
    }
    return sum.equals(Usage.NONE) ? WireJson.usage(usage) : sum;
  }

  private static List<ToolCall> calls(JsonNode reply) {
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode block : reply.path("content")) {
      if (block.path("type").asText().equals("tool_use")) {
        calls.add(
            new ToolCall(
                block.path("id").asText(),
                block.path("name").asText(),
                block.path("input").toString()));
      }
    }
    return calls;
  }

  /** In the system prompt, or in any text of a user's message, alone or among other words. */
  private static boolean shows(JsonNode request, String task) {
    if (holds(request.path("system"), task)) {
      return true;
    }
    for (JsonNode message : request.path("messages")) {
      if (message.path("role").asText().equals("user") && holds(message.path("content"), task)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode content, String task) {
    if (content.isTextual()) {
      return content.asText().contains(task);
    }
    for (JsonNode block : content) {
      if (block.path("text").asText().contains(task)) {
        return true;
      }
    }
    return false;
  }
}
