package dev.recap.compaction;

import dev.recap.conversation.Usage;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks for a summary once and says what is wrong with the reply. A failure never costs the run. */
final class NotesTaker {
  private final Model model;
  private final InstantSource clock;

  NotesTaker(Model model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
  }

  /**
   * What came back.
   *
   * @param objection why it cannot be used; empty when it can
   */
  record Taken(String text, String objection, Usage usage, Duration took) {}

  /**
   * Asks and waits.
   *
   * @throws ModelException only when the thread was interrupted
   */
  Taken take(ModelRequest request) {
    Instant from = clock.instant();
    try {
      ModelReply reply = model.ask(request);
      return new Taken(reply.text(), objection(reply), reply.usage(), since(from));
    } catch (ModelException failure) {
      if (failure.category() == ModelException.Category.INTERRUPTED) {
        throw failure;
      }
      return new Taken("", "failed: " + failure.getMessage(), Usage.NONE, since(from));
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
