package dev.recap.tool.binding;

import com.fasterxml.jackson.databind.JavaType;
import dev.recap.tool.CallContext;
import dev.recap.tool.LookUp;
import dev.recap.tool.ToolAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The declared look-up of one tool, ready to be asked. */
public record BoundLookUp(AnnotatedMethod method, String tool, boolean notFoundIsFinal) {
  private static final Logger LOG = LoggerFactory.getLogger(BoundLookUp.class);

  /**
   * Finds its tool.
   *
   * @throws IllegalArgumentException when there is none, or it changes nothing or returns something
   *     else
   */
  public static BoundLookUp of(AnnotatedMethod method, Map<String, ReadyTool> tools) {
    LookUp mark = Objects.requireNonNull(method.annotation(LookUp.class));
    String tool = mark.value();
    if (method.parameters().size() != 1
        || !method.parameters().getFirst().type.hasRawClass(CallContext.class)) {
      throw new IllegalArgumentException(
          "a look-up has one parameter, a CallContext, but was " + method);
    }
    ReadyTool found = tools.get(tool);
    if (found == null || found.method() == null) {
      throw new IllegalArgumentException(
          "there is a look-up of tool '%s', but there are only %s".formatted(tool, tools.keySet()));
    }
    if (!found.declaration().effect().changes()) {
      throw new IllegalArgumentException(
          "tool '%s' is read-only, so there is nothing to look up: %s".formatted(tool, method));
    }
    JavaType expected = found.method().returned().found();
    JavaType returned = method.returned();
    if (!returned.hasRawClass(Optional.class)
        || !returned.containedTypeOrUnknown(0).equals(expected)) {
      throw new IllegalArgumentException(
          "the look-up of tool '%s' must return Optional<%s>, but returns %s"
              .formatted(tool, expected.toCanonical(), returned.toCanonical()));
    }
    return new BoundLookUp(method, tool, mark.notFoundIsFinal());
  }

  /** Confirmed with the tool's result, or failed; empty when it cannot tell. */
  public Optional<ToolAnswer> ask(CallContext call, Duration limit) {
    var found = new FutureTask<>(() -> (Optional<?>) method.call(call));
    Thread.ofVirtual().start(found);
    try {
      Optional<?> there = found.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return there.isEmpty() && notFoundIsFinal
          ? Optional.of(
              ToolAnswer.failed(
                  call.callId(), "it was looked up, and %s did not happen".formatted(tool)))
          : there.map(value -> ToolResultReader.read(call, value));
    } catch (ExecutionException failed) {
      LOG.warn("the look-up of {} failed; what became of the call stays unknown", tool, failed);
    } catch (TimeoutException late) {
      LOG.warn("the look-up of {} took longer than {}; the call stays unknown", tool, limit);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      found.cancel(true);
    }
    return Optional.empty();
  }
}
