package dev.recap.agent;

import dev.recap.compaction.Compactor;
import dev.recap.context.ProjectedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Replied;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The loop. A turn shortens the view if that is due, asks the model, puts the reply on record, and
 * answers every call in it. Whatever happens, each call has exactly one answer before the next
 * request, and what the tools did stands in the ledger whether or not the model remembers it.
 */
final class AgentLoop {
  private final ProjectedJournal journal;
  private final RequestFrame frame;
  private final Model model;
  private final Compactor compactor;
  private final OpenCalls calls;
  private final Finish finish;
  private final InstantSource clock;
  private boolean forced;

  AgentLoop(Setup setup, ProjectedJournal journal, OpenCalls calls, Finish finish) {
    this.journal = journal;
    this.frame = setup.frame();
    this.model = setup.model();
    this.clock = setup.clock();
    this.compactor = new Compactor(setup.rules().compaction(), frame, model, clock);
    this.calls = calls;
    this.finish = finish;
  }

  /** One turn, or how the run ended. */
  sealed interface Step {
    /** The run goes on. */
    record GoesOn(Turn turn) implements Step {}

    /** This was the last turn. */
    record Last(Turn turn, RunResult result) implements Step {}

    /** There was no further reply. */
    record NoReply(RunResult result) implements Step {}
  }

  /** Before the next request every stage is attempted, whether or not it is due. */
  void forceCompaction() {
    forced = true;
  }

  Step turn() {
    calls.settle();
    compact();
    Optional<ModelReply> reply = ask();
    // Counted after asking: an overflow may have shortened the request in between.
    int messages = journal.view().messages().size();
    if (reply.isEmpty()) {
      return new Step.NoReply(new RunResult.WindowExceeded(tooSmall()));
    }
    Turn turn = new Turn(journal.turns() + 1, messages, reply.get());
    // Durable together with what its calls are about to do, before any of them runs.
    journal.hold(new Replied(turn.number(), reply.get(), clock.instant()));
    Optional<RunResult> over = after(turn.reply());
    journal.flush();
    return over.or(finish::limitReached)
        .<Step>map(result -> new Step.Last(turn, result))
        .orElseGet(() -> new Step.GoesOn(turn));
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
        calls.settle();
        yield finish.afterTools();
      }
      case END_TURN, STOP_SEQUENCE -> yielded(reply);
      case PAUSE_TURN -> {
        calls.reject("the reply was paused");
        yield Optional.empty();
      }
      case MAX_TOKENS -> {
        calls.reject("the reply was cut off and the call may be incomplete");
        yield Optional.of(new RunResult.Truncated(reply.text()));
      }
      case REFUSAL -> {
        calls.reject("the reply was a refusal");
        yield Optional.of(new RunResult.Refused(reply.text()));
      }
      case WINDOW_EXCEEDED -> {
        calls.reject("the reply was cut off at the end of the window");
        yield Optional.of(new RunResult.WindowExceeded("the reply reached the end of the window"));
      }
    };
  }

  /** What is found out only now the model does not know: then this was not its last word. */
  private Optional<RunResult> yielded(ModelReply reply) {
    calls.reject("the reply was final");
    return calls.settleAgain() ? Optional.empty() : finish.answered(reply.text());
  }

  /** Asks; a prompt that is too long is compacted once and asked again. Empty when that fails. */
  private Optional<ModelReply> ask() {
    return askUnlessTooLong()
        .or(() -> compactor.force(journal) ? askUnlessTooLong() : Optional.empty());
  }

  private String tooSmall() {
    return ("the window of %d tokens is too small: after compaction the prompt has about %d, of which"
            + " tools, instructions and head are about %d, and a reply may take %d")
        .formatted(
            model.profile().windowTokens(),
            journal.view().usedTokens(),
            journal.view().leastTokens(),
            frame.maxOutputTokens());
  }

  private Optional<ModelReply> askUnlessTooLong() {
    try {
      return Optional.of(model.ask(frame.request(journal.view())));
    } catch (ModelException failure) {
      if (failure.category() != ModelException.Category.WINDOW_OVERFLOW) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  /** Finishes a turn that was on record but not finished when the process stopped. */
  Optional<RunResult> pickUp() {
    Optional<RunResult> over =
        journal.unfinished().flatMap(replied -> after(replied.reply()).or(finish::limitReached));
    journal.flush();
    return over;
  }
}
