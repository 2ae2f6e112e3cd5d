package dev.recap.agent;

import dev.recap.compactor.Compactor;
import dev.recap.compactor.StaleThinking;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Replied;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.projection.ProjectedJournal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The loop. A turn shortens the view if that is due, asks the model, puts the reply on record, and
 * answers every call in it. Whatever happens, each call has exactly one answer before the next
 * request, and what the tools did stands in the ledger whether or not the model remembers it.
 */
final class AgentLoop {
  private final ProjectedJournal journal;
  private final Setup setup;
  private final Compactor compactor;
  private final OpenCalls calls;
  private final Finish finish;
  private boolean forced;

  /** What follows a reply that was cut short is asked for with more room, once. */
  private boolean cutShort;

  AgentLoop(Setup setup, ProjectedJournal journal, OpenCalls calls, Finish finish) {
    this.journal = journal;
    this.setup = setup;
    this.compactor =
        new Compactor(setup.rules().compaction(), setup.frame(), setup.model(), setup.clock());
    this.calls = calls;
    this.finish = finish;
  }

  /**
   * What came of asking once more.
   *
   * @param turn null when there was no further reply
   * @param result null when the run goes on
   */
  record Step(@Nullable Turn turn, @Nullable RunResult result) {}

  /** Before the next request every stage is attempted, whether or not it is due. */
  void forceCompaction() {
    forced = true;
  }

  Step turn() {
    Optional<RunResult> left = pickUp();
    if (left.isPresent()) {
      return new Step(null, left.get());
    }
    calls.settling().settle();
    compact();
    Optional<ModelReply> reply = ask();
    // Counted after asking: an overflow may have shortened the request in between.
    int messages = journal.view().messages().size();
    if (reply.isEmpty()) {
      return new Step(null, new RunResult.WindowExceeded(tooSmall()));
    }
    Turn turn = new Turn(journal.turns() + 1, messages, reply.get());
    boolean again = cutShort;
    cutShort = reply.get().isCutShort();
    // Durable together with what its calls are about to do, before any of them runs.
    journal.hold(new Replied(turn.number(), reply.get(), setup.clock().instant()));
    Optional<RunResult> over = cutShort && !again ? roomFor(turn.reply()) : after(turn.reply());
    journal.flush();
    return new Step(turn, over.or(finish::limitReached).orElse(null));
  }

  private void compact() {
    if (forced) {
      forced = false;
      compactor.force(journal);
    } else {
      compactor.beforeRequest(journal);
    }
  }

  /** Answers the calls and says whether the run is over. */
  private Optional<RunResult> after(ModelReply reply) {
    return switch (reply.stopReason()) {
      case TOOL_USE -> {
        // A reply that waits for no result says nothing more: the agent has yielded.
        if (reply.calls().isEmpty()) {
          yield yielded(reply);
        }
        List<ToolCall> waiting = calls.run();
        if (!waiting.isEmpty()) {
          yield Optional.of(new RunResult.ApprovalNeeded(waiting));
        }
        calls.settling().settle();
        yield finish.afterTools();
      }
      case END_TURN, STOP_SEQUENCE -> yielded(reply);
      case PAUSE_TURN -> {
        calls.reject("the reply was paused");
        yield Optional.empty();
      }
      case MAX_TOKENS ->
          over(
              "the reply was cut off and the call may be incomplete",
              new RunResult.Truncated(reply.text()));
      case REFUSAL -> over("the reply was a refusal", new RunResult.Refused(reply.text()));
      case WINDOW_EXCEEDED ->
          over(
              "the reply was cut off at the end of the window",
              new RunResult.WindowExceeded("the reply reached the end of the window"));
    };
  }

  /**
   * Makes room for a reply that was cut short, which is no part of the conversation: by a longer
   * limit where it thought to the end, by a compaction where the window was full.
   */
  private Optional<RunResult> roomFor(ModelReply reply) {
    if (reply.stopReason() == StopReason.WINDOW_EXCEEDED) {
      forced = true;
      return Optional.empty();
    }
    return mostOutputTokens() > setup.frame().maxOutputTokens() ? Optional.empty() : after(reply);
  }

  private int mostOutputTokens() {
    return Math.max(setup.frame().maxOutputTokens(), setup.model().profile().maxOutputTokens());
  }

  private Optional<RunResult> over(String why, RunResult how) {
    calls.reject(why);
    return Optional.of(how);
  }

  /** What is found out only now the model does not know: then this was not its last word. */
  private Optional<RunResult> yielded(ModelReply reply) {
    calls.reject("the reply was final");
    return calls.settling().settleAgain() ? Optional.empty() : finish.answered(reply.text());
  }

  /**
   * Asks. A prompt that is too long is compacted once and asked again; then the newest results are
   * shortened as long as there is something to shorten. Empty when all that fails.
   */
  private Optional<ModelReply> ask() {
    Optional<ModelReply> reply = askUnlessTooLong();
    if (reply.isEmpty() && compactor.force(journal)) {
      reply = askUnlessTooLong();
    }
    while (reply.isEmpty() && compactor.shortenNewest(journal)) {
      reply = askUnlessTooLong();
    }
    return reply;
  }

  private String tooSmall() {
    return ("the window of %d tokens is too small: after compaction the prompt has about %d, of which"
            + " tools, instructions and head are about %d, and a reply may take %d")
        .formatted(
            setup.model().profile().windowTokens(),
            journal.view().usedTokens(),
            journal.view().leastTokens(),
            setup.frame().maxOutputTokens());
  }

  private Optional<ModelReply> askUnlessTooLong() {
    int tokens = cutShort ? mostOutputTokens() : setup.frame().maxOutputTokens();
    try {
      return Optional.of(
          answered(setup.model().ask(setup.frame().request(journal.view(), tokens))));
    } catch (RuntimeException failure) {
      if (StaleThinking.isMended(failure, journal)) {
        return askUnlessTooLong();
      }
      if (!setup.rules().overflow().isToldBy(failure)) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  /** A model of somebody else's may say nothing at all. */
  private ModelReply answered(@Nullable ModelReply reply) {
    if (reply == null) {
      String said =
          "model '%s' returned null, not a reply".formatted(setup.model().profile().name());
      throw new ModelException(ModelException.Category.INVALID_REPLY, said, null, null);
    }
    return reply;
  }

  /**
   * Finishes the last turn on record: the process may have stopped there, or a tool broken down.
   */
  private Optional<RunResult> pickUp() {
    Optional<RunResult> over =
        journal
            .unfinished()
            .filter(replied -> !replied.reply().isCutShort())
            .flatMap(replied -> after(replied.reply()).or(finish::limitReached));
    journal.flush();
    return over;
  }
}
