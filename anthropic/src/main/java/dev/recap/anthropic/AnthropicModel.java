package dev.recap.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.Interceptor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.services.blocking.MessageService;
import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A model behind the Messages API.
 *
 * <p>Rate limits, overload, conflicts, time-outs and broken connections are tried again by the
 * vendor's SDK, twice by default and after the pause that the provider names; a stream that has
 * begun is not. What remains is a {@link ModelException}. Safe for use by many threads at a time;
 * an interrupt ends a question at once and leaves the thread's flag set.
 */
public final class AnthropicModel implements Model, AutoCloseable {
  static final String KEY = "ANTHROPIC_API_KEY";
  static final String BASE_URL = "ANTHROPIC_BASE_URL";
  private static final String NO_KEY = "no-key";

  private final AnthropicClient client;
  private final RequestWriter writer;
  private final Failures failures;
  private final ModelCatalog catalog;
  private final Waiting waiting;

  AnthropicModel(
      AnthropicClient client,
      RequestWriter writer,
      Failures failures,
      ModelCatalog catalog,
      Waiting waiting) {
    this.client = client;
    this.writer = writer;
    this.failures = failures;
    this.catalog = catalog;
    this.waiting = waiting;
  }

  /**
   * A model with the key in the environment variable {@code ANTHROPIC_API_KEY}, at the address in
   * {@code ANTHROPIC_BASE_URL} if that is set, as the vendor's SDKs read them. A server on this
   * machine is sent a placeholder where there is no key: it may need none, as the simulator.
   *
   * @throws IllegalStateException when there is no key
   * @throws IllegalArgumentException when {@code ANTHROPIC_BASE_URL} is no address
   */
  public static AnthropicModel fromEnv(String name) {
    return fromEnv(name, System::getenv).build();
  }

  static AnthropicModelBuilder fromEnv(String name, UnaryOperator<@Nullable String> environment) {
    var builder = builder(name);
    String key = environment.apply(KEY);
    String baseUrl = environment.apply(BASE_URL);
    if (baseUrl != null && !baseUrl.isBlank()) {
      Address address = Address.of(BASE_URL, baseUrl.strip());
      builder.address(address);
      if (address.onThisMachine()) {
        builder.apiKey(NO_KEY);
      }
    }
    return key == null || key.isBlank() ? builder : builder.apiKey(key);
  }

  /** A model of this name, for instance {@code claude-sonnet-5-5}. */
  public static AnthropicModelBuilder builder(String name) {
    return new AnthropicModelBuilder(name);
  }

  @Override
  public ModelProfile profile() {
    return writer.options().profile();
  }

  /** This model's own under its name with or without a release's date, and else the table's. */
  @Override
  public ModelProfile profile(String name) {
    return ModelCatalog.family(name).equals(ModelCatalog.family(writer.model()))
        ? profile()
        : catalog.profile(name);
  }

  /**
   * Asks and waits for the whole reply, streamed or not.
   *
   * @throws ModelException when there is no reply after the retries
   * @throws IllegalArgumentException when a tool's schema, a call's arguments or an opaque block is
   *     no JSON object: nothing is sent then
   */
  @Override
  public ModelReply ask(ModelRequest request) {
    MessageCreateParams params = writer.write(request);
    try {
      return Interruptible.call("recap-anthropic", () -> exchange(request, params));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted(e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private ModelReply exchange(ModelRequest request, MessageCreateParams params) throws IOException {
    Duration patience = waiting.patience(request);
    TokenListener tokens = waiting.listener(request);
    var wire = new Wire(waiting.exchanges(), System::nanoTime, tokens != null);
    var seen =
        client.withOptions(
            o -> o.timeout(patience).addInterceptor(Interceptor.syncOnly(wire::execute)));
    MessageService.WithRawResponse messages = seen.messages().withRawResponse();
    try {
      Answer answer =
          tokens == null ? whole(messages, params) : streamed(messages, params, wire, tokens);
      return new ReplyReader(writer.model(), request.wanted(), answer.requestId())
          .read(answer.json());
    } catch (AnthropicServiceException e) {
      throw failures.answered(e);
    } catch (AnthropicIoException e) {
      throw failures.unanswered(e, patience);
    } catch (AnthropicInvalidDataException e) {
      throw failures.unreadable(e);
    }
  }

  private record Answer(String json, String requestId) {}

  /** The SDK's own classes would lose fields that they do not know, so it hands over the bytes. */
  private static Answer whole(MessageService.WithRawResponse messages, MessageCreateParams params)
      throws IOException {
    try (HttpResponseFor<Message> response = messages.create(params)) {
      return whole(response);
    }
  }

  private static Answer whole(HttpResponseFor<?> response) throws IOException {
    try (InputStream body = response.body()) {
      String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(json, response.requestId().orElse(""));
    }
  }

  /** A gateway may answer with the whole reply where a stream was asked for. */
  private static Answer streamed(
      MessageService.WithRawResponse messages,
      MessageCreateParams params,
      Wire wire,
      TokenListener listener)
      throws IOException {
    String json = null;
    try (HttpResponseFor<StreamResponse<RawMessageStreamEvent>> response =
        messages.createStreaming(params)) {
      if (Wire.isWhole(response.headers())) {
        return whole(response);
      }
      json = streamed(response, listener);
      return new Answer(json, response.requestId().orElse(""));
    } finally {
      wire.streamed(json);
    }
  }

  private static String streamed(
      HttpResponseFor<StreamResponse<RawMessageStreamEvent>> response, TokenListener listener) {
    try (StreamResponse<RawMessageStreamEvent> events = response.parse()) {
      var reply = new StreamedReply(listener, response.requestId().orElse(null));
      for (RawMessageStreamEvent event : events) {
        reply.accept(tree(event));
      }
      return reply.whole();
    }
  }

  private static JsonNode tree(RawMessageStreamEvent event) {
    return event
        ._json()
        .<JsonNode>map(JsonText.MAPPER::valueToTree)
        .orElseGet(JsonText.MAPPER::missingNode);
  }

  /** What the work threw: unchecked, as the work declares nothing else that gets this far. */
  private static RuntimeException rethrown(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("the question failed unexpectedly", e);
  }

  /** Lets go of connections and threads; questions must not follow. */
  @Override
  public void close() {
    client.close();
  }
}
