package dev.recap.lab.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private static final String COMPACTION = "compaction";
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
        JsonNode request = sinceCompaction(WireJson.read(exchange.requestJson()));
        all.addAll(asked(request, WireJson.read(exchange.responseJson())));
        missing += shows(request, task) ? 0 : 1;
      }
    }
    return new ServerLog(all, missing);
  }

  /**
   * One exchange, or two where it was compacted on the way: the reply then goes on from the summary
   * alone. Where the API reports iterations they are the whole of the usage, and its top level is
   * not.
   */
  private static List<Asked> asked(JsonNode request, JsonNode reply) {
    JsonNode usage = reply.path("usage");
    if (usage.path("iterations").isEmpty()) {
      Usage sum = WireJson.usage(usage);
      return List.of(new Asked(forSummary(request), request.toString(), sum, calls(reply)));
    }
    List<Asked> asked = new ArrayList<>();
    JsonNode prompt = request;
    for (JsonNode iteration : usage.path("iterations")) {
      boolean summary = iteration.path("type").asText().equals(COMPACTION);
      List<ToolCall> calls = summary ? List.of() : calls(reply);
      asked.add(new Asked(summary, prompt.toString(), WireJson.usage(iteration), calls));
      JsonNode block = reply.path("content").path(0);
      prompt = block.hasNonNull("content") ? startingWith(block, request) : request;
    }
    return asked;
  }

  private static JsonNode startingWith(JsonNode block, JsonNode request) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) request);
    rest.putArray("messages").addObject().put("role", "assistant").putArray("content").add(block);
    return rest;
  }

  /** Without the messages that the API passes over: those in front of its newest summary. */
  private static JsonNode sinceCompaction(JsonNode request) {
    JsonNode messages = request.path("messages");
    for (int i = messages.size() - 1; i > 0; i--) {
      for (JsonNode block : messages.path(i).path("content")) {
        if (block.path("type").asText().equals(COMPACTION) && block.hasNonNull("content")) {
          ObjectNode since = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) request);
          ArrayNode rest = since.putArray("messages");
          messages.valueStream().skip(i).forEach(rest::add);
          return since;
        }
      }
    }
    return request;
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
    return request.path("tools").isEmpty() || request.path(COMPACTION).isObject();
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
