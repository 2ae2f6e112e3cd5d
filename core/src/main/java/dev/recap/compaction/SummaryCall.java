package dev.recap.compaction;

import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a summary once and says what is wrong with the reply. A failure never costs the run. */
final class SummaryCall {
  private static final Logger LOG = LoggerFactory.getLogger(SummaryCall.class);

  private final Model model;
  private final @Nullable String writer;
  private final Redaction redaction;
  private final InstantSource clock;

  /**
   * A note taker.
   *
   * @param own the agent's model, which writes unless there is another
   */
  SummaryCall(Model own, Summarizer summarizer, InstantSource clock) {
    this.model = summarizer.other().orElse(own);
    this.writer = summarizer.other().map(other -> other.profile().name()).orElse(null);
    this.redaction = summarizer.redaction();
    this.clock = clock;
  }

  /**
   * What came back.
   *
   * @param objection why it cannot be used; empty when it can
   */
  record Taken(String text, String objection, Usage usage, Duration took) {}

  /** The name of the model that writes; null for the agent's own. */
  @Nullable String writer() {
    return writer;
  }

  /** Why a request of this size cannot be sent; empty when it fits the window of who writes. */
  Optional<String> misfit(long promptTokens, int maxOutputTokens) {
    int window = model.profile().windowTokens();
    return promptTokens + maxOutputTokens <= window
        ? Optional.empty()
        : Optional.of(
            "a summary request of about %d tokens and %d of output do not fit the window of %d"
                .formatted(promptTokens, maxOutputTokens, window));
  }

  /**
   * Asks and waits.
   *
   * @throws ModelException only when the thread was interrupted
   */
  Taken take(ModelRequest request) {
    Instant from = clock.instant();
    try {
      ModelRequest sent = redacted(request);
      ModelReply reply = model.ask(sent);
      return judged(reply, since(from));
    } catch (RedactionFailed failure) {
      LOG.warn("no summary was asked for: the redaction failed with {}", failure.getMessage());
      return new Taken("", "not asked: the redaction failed", Usage.NONE, since(from));
    } catch (ModelException failure) {
      if (failure.category() == ModelException.Category.INTERRUPTED) {
        throw failure;
      }
      return new Taken("", "failed: " + failure.getMessage(), Usage.NONE, since(from));
    }
  }

  private Taken judged(ModelReply reply, Duration took) {
    try {
      return new Taken(redacted(reply.text()), objection(reply), reply.usage(), took);
    } catch (RedactionFailed failure) {
      LOG.warn("a summary was dropped: its redaction failed with {}", failure.getMessage());
      return new Taken("", "its redaction failed", reply.usage(), took);
    }
  }

  private ModelRequest redacted(ModelRequest request) {
    if (redaction.equals(Redaction.NONE) && writer == null) {
      return request;
    }
    try {
      return RedactedRequest.of(request, redaction);
    } catch (RuntimeException failure) {
      throw new RedactionFailed(failure);
    }
  }

  private String redacted(String text) {
    try {
      return RedactedRequest.text(redaction, text);
    } catch (RuntimeException failure) {
      throw new RedactionFailed(failure);
    }
  }

  /** The hook's failure without its message, which may hold the very text that it was to hide. */
  private static final class RedactionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedactionFailed(RuntimeException failure) {
      super(failure.getClass().getName());
    }
  }

  private Duration since(Instant from) {
    return Duration.between(from, clock.instant());
  }

  private static String objection(ModelReply reply) {
    String ended =
        switch (reply.stopReason()) {
          case END_TURN, STOP_SEQUENCE -> "";
          case TOOL_USE -> "called a tool instead";
          case MAX_TOKENS -> "truncated at the output limit";
          case REFUSAL -> "refused by the model";
          case PAUSE_TURN -> "paused before it was whole";
          case WINDOW_EXCEEDED -> "cut off at the end of the window";
        };
    if (!ended.isEmpty()) {
      return ended;
    }
    if (!reply.calls().isEmpty()) {
      return "called a tool instead";
    }
    return reply.text().isBlank() ? "empty" : "";
  }
}
