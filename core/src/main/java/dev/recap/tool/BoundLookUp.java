package dev.recap.tool;

import com.fasterxml.jackson.databind.JavaType;
import dev.recap.work.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The declared look-up of one tool, ready to be asked. */
final class BoundLookUp {
  private static final Logger LOG = LoggerFactory.getLogger(BoundLookUp.class);

  private final AnnotatedMethod method;
  private final String tool;
  private final boolean notFoundIsFinal;

  BoundLookUp(AnnotatedMethod method) {
    this.method = method;
    LookUp mark = Objects.requireNonNull(method.annotation(LookUp.class));
    this.tool = mark.value();
    this.notFoundIsFinal = mark.notFoundIsFinal();
    if (method.parameters().size() != 1
        || !method.parameters().getFirst().type().hasRawClass(CallContext.class)) {
      throw new IllegalArgumentException(
          "a look-up has one parameter, a CallContext, but was " + method);
    }
  }

  String tool() {
    return tool;
  }

  /**
   * Compares it with its tool.
   *
   * @throws IllegalArgumentException when the tool changes nothing or returns something else
   */
  void checkAgainst(BoundTool found) {
    if (!found.declaration().effect().changes()) {
      throw new IllegalArgumentException(
          "tool '%s' is read-only, so there is nothing to look up: %s".formatted(tool, method));
    }
    JavaType expected = found.resultType();
    JavaType returned = method.returned();
    if (!returned.hasRawClass(Optional.class)
        || !returned.containedTypeOrUnknown(0).equals(expected)) {
      throw new IllegalArgumentException(
          "the look-up of tool '%s' must return Optional<%s>, but returns %s"
              .formatted(tool, expected.toCanonical(), returned.toCanonical()));
    }
  }

  /** Confirmed with the tool's result, or failed; empty when it cannot tell. */
  Optional<ToolAnswer> ask(PreparedCall call, Duration limit) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var found = threads.submit(() -> method.call(call.context()));
      return ((Optional<?>) found.get(limit.toNanos(), TimeUnit.NANOSECONDS))
          .map(value -> ToolResultReader.read(call.call(), value))
          .or(() -> notFoundIsFinal ? Optional.of(didNotHappen(call)) : Optional.empty());
    } catch (ExecutionException thrown) {
      Throwable cause =
          thrown.getCause() instanceof InvocationTargetException by ? by.getCause() : thrown;
      LOG.warn("the look-up of {} failed; what became of the call stays unknown", tool, cause);
      return Optional.empty();
    } catch (TimeoutException late) {
      LOG.warn("the look-up of {} took longer than {}; the call stays unknown", tool, limit);
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      // Not close(): that would wait for a look-up that ignores its interruption.
      threads.shutdownNow();
    }
  }

  private static ToolAnswer didNotHappen(PreparedCall call) {
    return new ToolAnswer(
        call.call().id(),
        "it was looked up, and %s did not happen".formatted(call.call().tool()),
        Outcome.FAILED,
        null);
  }
}
