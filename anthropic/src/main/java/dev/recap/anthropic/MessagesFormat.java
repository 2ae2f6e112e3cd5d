package dev.recap.anthropic;

import com.anthropic.core.ObjectMappers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;

/**
 * Requests and replies as the Messages API writes them, without the network: for transports that
 * are not HTTP. Safe for use by many threads.
 */
public final class MessagesFormat {
  private static final JsonMapper MAPPER = JsonText.exact(ObjectMappers.jsonMapper());

  private final RequestWriter writer;

  /** The format for a model of this name, without thinking. */
  public MessagesFormat(String model) {
    this.writer = new RequestWriter(model, 0);
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

  /**
   * A whole reply.
   *
   * @throws ModelException of category {@code INVALID_REPLY} when it is none
   */
  public ModelReply reply(String json) {
    return new ReplyReader("").read(json);
  }
}
