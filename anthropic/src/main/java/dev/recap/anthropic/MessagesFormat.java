package dev.recap.anthropic;

import com.anthropic.core.ObjectMappers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.Map;

/**
 * Requests and replies as the Messages API writes them, without the network: for transports that
 * are not HTTP. Safe for use by many threads.
 */
public final class MessagesFormat {
  private static final JsonMapper MAPPER = JsonText.exact(ObjectMappers.jsonMapper());

  private final RequestWriter writer;

  /** The format for a model. */
  public MessagesFormat(ModelProfile model) {
    this.writer = new RequestWriter(model.name(), new OptionsWriter(model, new AnthropicOptions()));
  }

  /**
   * The body of a request: the same text as {@link AnthropicModel} sends.
   *
   * @throws IllegalArgumentException when a tool's schema, a call's arguments or an opaque block is
   *     no JSON object
   */
  public String request(ModelRequest request) {
    try {
      return MAPPER.writeValueAsString(writer.write(request)._body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that was just built can be written", e);
    }
  }

  /** The headers that say which features in trial a request needs; none for most. */
  public Map<String, String> headers(ModelRequest request) {
    return writer.headers(request);
  }

  /**
   * A whole reply to a request.
   *
   * @throws ModelException of category {@code INVALID_REPLY} when it is none
   */
  public ModelReply reply(ModelRequest request, String json) {
    return new ReplyReader(writer.model(), request.wanted(), "").read(json);
  }

  /**
   * What an answer that is an error says of itself.
   *
   * @param json its body; may be no JSON
   */
  public static Category failure(int status, String json) {
    return Failures.category(
        status,
        JsonText.isObject(json)
            ? JsonText.object("an error", json)
            : JsonText.MAPPER.getNodeFactory().textNode(json));
  }
}
