package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.recap.simulator.reader.JsonIn;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that tickets of a desk came with. The rules know tickets by number, so they are shown
 * numbers in their place, and what they say is given back with the names.
 */
final class OwnNames {
  /** Beyond the numbers of any desk. */
  private static final int FIRST = 800_000_000;

  private static final Pattern NUMBERED = Pattern.compile("TICKET-[0-9]{1,9}");
  private static final Pattern ARGUMENT =
      Pattern.compile("\"ticket_id\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\]{1,200})");
  private static final Pattern BARE = Pattern.compile("[\\p{N}\\p{P}]+|..?");

  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Pattern any;

  private OwnNames(Set<String> found) {
    StringBuilder one = new StringBuilder();
    for (String name : found) {
      String number = "TICKET-" + (FIRST + numbers.size());
      numbers.put(name, number);
      names.put(number, name);
      String quoted = Pattern.quote(name);
      one.append(one.isEmpty() ? "" : "|")
          .append(
              BARE.matcher(name).matches()
                  ? "(?<=\")" + quoted + "(?=\\\\?\")"
                  : "(?<![\\p{L}\\p{N}-])" + quoted + "(?![\\p{L}\\p{N}-])");
    }
    any = Pattern.compile(one.toString());
  }

  /** Those in a request: what its opening tool handed out, and what its calls named. */
  static OwnNames in(MessagesRequest request) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> handedOut = new HashSet<>();
    for (Message message : request.messages()) {
      message
          .calls()
          .filter(call -> call.name().equals(TicketStep.FETCH.tool()))
          .forEach(call -> handedOut.add(call.id()));
      message.calls().forEach(call -> add(call.input().path("ticket_id").asText(), found));
      message
          .results()
          .filter(result -> handedOut.contains(result.callId()) && !result.error())
          .forEach(result ->
              JsonIn.of(result.text()).objects().stream()
                  .limit(1)
                  .forEach(json -> add(json.path("id").asText(), found)));
      message
          .texts()
          .forEach(text -> {
            Matcher named = ARGUMENT.matcher(text);
            while (named.find()) {
              add(named.group(1), found);
            }
          });
    }
    return new OwnNames(found);
  }

  private static void add(String name, Set<String> found) {
    if (!name.isBlank() && !NUMBERED.matcher(name).matches()) {
      found.add(name);
    }
  }

  /** The request with numbers. */
  MessagesRequest numbered(MessagesRequest request) {
    if (numbers.isEmpty()) {
      return request;
    }
    return new MessagesRequest(
        request.body(),
        request.edits(),
        request.messages().stream()
            .map(message ->
                new Message(message.role(), message.blocks().stream().map(this::numbered).toList()))
            .toList(),
        request.demands(),
        request.sent());
  }

  private Block numbered(Block block) {
    return switch (block) {
      case Block.Text text -> new Block.Text(numbered(text.text()), text.json());
      case Block.Call call ->
          new Block.Call(call.id(), call.name(), replaced(call.input(), true), call.json());
      case Block.Result result ->
          new Block.Result(result.callId(), numbered(result.text()), result.error(), result.json());
      case Block.Thinking thinking -> thinking;
      case Block.Other other -> other;
    };
  }

  private String numbered(String text) {
    return any.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(numbers.getOrDefault(found.group(), found.group())));
  }

  /** The reply with names. */
  Reply named(Reply reply) {
    return numbers.isEmpty()
        ? reply
        : new Reply(
            (ArrayNode) replaced(reply.content(), false), reply.stop(), reply.stopSequence());
  }

  private String named(String text) {
    return NUMBERED
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
  }

  private JsonNode replaced(JsonNode json, boolean forward) {
    if (json.isTextual()) {
      String text = json.asText();
      return TextNode.valueOf(forward ? numbers.getOrDefault(text, numbered(text)) : named(text));
    }
    if (json instanceof ArrayNode all) {
      ArrayNode others = JsonNodeFactory.instance.arrayNode();
      all.forEach(one -> others.add(replaced(one, forward)));
      return others;
    }
    if (json instanceof ObjectNode object) {
      ObjectNode other = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(field -> other.set(field.getKey(), replaced(field.getValue(), forward)));
      return other;
    }
    return json;
  }
}
