package dev.recap.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Reads a request body and judges it as the API does. Throws {@link ApiException}. */
public final class RequestParser {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private RequestParser() {}

  /** A request for a message. */
  public static MessagesRequest message(String text, Terms terms) {
    ObjectNode body = object(text);
    return request(body, model -> Fields.maxTokens(body, model), terms);
  }

  /** A request to count tokens: the same without {@code max_tokens}. */
  public static MessagesRequest count(String text, Terms terms) {
    ObjectNode body = object(text);
    body.remove("compaction");
    return request(body, model -> Integer.MAX_VALUE, terms);
  }

  private static MessagesRequest request(
      ObjectNode body, ToIntFunction<Model> longest, Terms terms) {
    Fields.string(body, "model");
    Model model = terms.model(body);
    int maxTokens = longest.applyAsInt(model);
    RequestShape.check(body);
    refuseThread(body);
    SpecRules.check(body);
    TextRules.checkSystem(body.path("system"));
    CacheControlRules.check(body);
    CompactionRules.check(body, model, terms);
    ContextRules.check(body, model, terms);
    int sentMessages = body.path("messages").size();
    if (body.has("messages") && ThresholdCompaction.in(body).isPresent()) {
      body.set("messages", ThresholdCompaction.sinceBlock(body.path("messages")));
    }
    SystemMessageRules.check(body.path("messages"), model);
    List<Message> messages = MessageParser.messages(body);
    Thoughts asked = ThinkingRules.read(body, model, maxTokens, terms);
    var choice = SpecRules.choice(body, model, asked);
    Thoughts thoughts = choice.forced() ? asked.silenced() : asked;
    MessageRules.check(messages, body.path("compaction").isObject());
    ThinkingSent sent =
        new ThinkingSent(body, model, thoughts, terms, sentMessages - body.path("messages").size());
    if (thoughts.opensRounds()) {
      MessageRules.checkLiveLoop(messages);
    }
    SamplingRules.check(body, model, thoughts);
    ContextEdits edits = ContextEdits.of(body, sent.prompt(), terms.counters().apply(model));
    List<Message> shown =
        edits.applied().isEmpty() ? messages : MessageParser.messages(edits.prompt());
    boolean stream = body.path("stream").asBoolean(false);
    var demands = new MessagesRequest.Demands(maxTokens, choice, stops(body), thoughts, stream);
    return new MessagesRequest(body, edits, shown, demands, sent);
  }

  private static void refuseThread(ObjectNode body) {
    JsonNode thread = body.path("thread");
    if (thread.isMissingNode() || thread.isNull() || (thread.isBoolean() && !thread.asBoolean())) {
      return;
    }
    throw new ApiException(
        new ApiError(
            400,
            "invalid_request_error",
            "thread: server-held history is not supported here; send the whole history",
            java.util.Optional.of("thread_unsupported_request")));
  }

  private static List<String> stops(ObjectNode body) {
    List<String> stops = new ArrayList<>();
    int index = 0;
    for (JsonNode stop : body.path("stop_sequences")) {
      if (Shape.of(stop, "stop_sequences." + index, Shape.TEXT).asText().isBlank()) {
        throw ApiException.invalid(
            "stop_sequences: each stop sequence must contain non-whitespace");
      }
      stops.add(stop.asText());
      index++;
    }
    return stops;
  }

  private static ObjectNode object(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ApiException.invalid("The request body is not valid JSON: " + e.getOriginalMessage());
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.invalid("The request body is not valid JSON: expected an object");
  }
}
