package dev.recap.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads a request body and judges it as the API does. Throws {@link ApiException}. */
public final class RequestParser {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RequestParser() {}

  /** Which betas a request's headers name. */
  public record Betas(boolean compaction, boolean binding) {}

  /** Whose rules hold. */
  public record Like(boolean byName, boolean wantsOpenRounds) {}

  /**
   * A request for a message.
   *
   * @param like whose rules hold for the model that a request names
   */
  public static MessagesRequest message(String text, Betas betas, Like like) {
    ObjectNode body = object(text);
    Fields.string(body, "model");
    int maxTokens = Fields.maxTokens(body);
    return request(body, maxTokens, betas, like);
  }

  /** A request to count tokens: the same without {@code max_tokens}. */
  public static MessagesRequest count(String text, Betas betas, Like like) {
    ObjectNode body = object(text);
    Fields.string(body, "model");
    body.remove("compaction");
    return request(body, Integer.MAX_VALUE, betas, like);
  }

  private static MessagesRequest request(ObjectNode body, int maxTokens, Betas betas, Like like) {
    KnownModel model =
        like.byName() ? KnownModel.named(body.path("model").asText()) : KnownModel.RECORDED;
    RequestShape.check(body);
    refuseThread(body);
    SpecRules.check(body);
    TextRules.checkSystem(body.path("system"));
    CacheControlRules.check(body);
    CompactionRules.check(body, betas.compaction());
    if (model.bound() && like.wantsOpenRounds()) {
      ThinkingRules.checkOpenRound(body.path("messages"));
    }
    ArrayNode dropped =
        model.bound() ? BoundThinking.check(body, betas.binding()) : NODES.arrayNode();
    SamplingRules.check(body, model);
    List<Message> messages = MessageParser.messages(body);
    boolean thinking = ThinkingRules.enabled(body, maxTokens, model);
    var choice = SpecRules.choice(body, thinking);
    MessageRules.check(messages, body.path("compaction").isObject());
    if (!model.bound()) {
      ThinkingRules.check(messages, thinking && model.thinks().withBudget());
    }
    boolean stream = body.path("stream").asBoolean(false);
    var demands = new MessagesRequest.Demands(maxTokens, choice, stops(body), thinking, stream);
    return new MessagesRequest(body, messages, demands, model, dropped);
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
      if (!stop.isTextual()) {
        throw ApiException.invalid("stop_sequences." + index + ": Input should be a valid string");
      }
      if (stop.asText().isBlank()) {
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
