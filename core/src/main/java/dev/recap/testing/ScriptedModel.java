package dev.recap.testing;

import dev.recap.invariants.Invariants;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * A model that says what it was told to say, in order. A request beyond the script and a request
 * that no provider would take fail at once; {@link #close} fails when an answer was not used.
 */
public final class ScriptedModel implements Model, AutoCloseable {
  private static final int WINDOW = 200_000;
  private static final int CACHEABLE_MINIMUM = 1_024;

  private final Deque<Function<ModelRequest, ModelReply>> script = new ArrayDeque<>();
  private final List<ModelRequest> requests = new ArrayList<>();
  private ModelProfile profile = new ModelProfile("scripted", WINDOW, CACHEABLE_MINIMUM, null);

  /** Has nothing to say yet. */
  public ScriptedModel() {}

  /** Answers the next request with this. */
  public ScriptedModel then(Replies reply) {
    ModelReply ready = reply.reply();
    return then(request -> ready);
  }

  /** Answers the next request with what this makes of it. */
  public ScriptedModel then(Function<ModelRequest, ModelReply> answer) {
    script.add(answer);
    return this;
  }

  /** Fails the next request. */
  public ScriptedModel thenFails(ModelException.Category category, String message) {
    return then(request -> {
      throw new ModelException(category, message, null, null);
    });
  }

  public ScriptedModel profile(ModelProfile other) {
    this.profile = other;
    return this;
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    requests.add(request);
    List<String> broken = Invariants.broken(request.messages(), "");
    if (!broken.isEmpty()) {
      throw new AssertionError(
          "no provider would take request %d: %s".formatted(requests.size(), broken));
    }
    if (script.isEmpty()) {
      throw new AssertionError(
          "request %d is beyond the script; it ends with: %s"
              .formatted(requests.size(), request.messages().getLast()));
    }
    return script.remove().apply(request);
  }

  /** Every request so far, in order, also those that failed. */
  public List<ModelRequest> requests() {
    return List.copyOf(requests);
  }

  /** The last request. */
  public ModelRequest lastRequest() {
    return requests.getLast();
  }

  /** Fails when an answer of the script was not used. */
  @Override
  public void close() {
    if (!script.isEmpty()) {
      throw new AssertionError(script.size() + " answers of the script were not used");
    }
  }
}
