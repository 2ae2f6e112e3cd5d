package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.work.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the calls of one reply: guard, intention on record, run, answer on record. */
record CallRunner(
    Toolbox toolbox,
    Approvals approvals,
    Answers answers,
    ProjectedJournal journal,
    RunScope scope,
    InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(CallRunner.class);

  /**
   * Answers the calls. As soon as calls wait for a person nothing more runs, so that whatever the
   * person is shown is decided as a whole.
   *
   * @return the calls that wait for a person; empty when every call has its answer on record
   */
  List<ToolCall> run(List<ToolCall> calls) {
    List<CheckedCall> checked = calls.stream().map(call -> check(toolbox, call)).toList();
    Set<CheckedCall> needingWord = new HashSet<>();
    checked.stream().filter(approvals::needsWord).forEach(needingWord::add);
    List<CheckedCall> toRun = new ArrayList<>(checked);
    for (List<CheckedCall> batch : Batches.of(checked)) {
      if (Thread.currentThread().isInterrupted()) {
        batch.stream()
            .map(CheckedCall::call)
            .filter(call -> journal.ledger().intention(call.id()).isEmpty())
            .forEach(call -> journal.hold(notExecuted(call, "the run was cancelled")));
        continue;
      }
      // Again before each batch: what runs may open work that makes a later call run.
      List<ToolCall> waiting =
          approvals.waiting(toRun.stream().filter(needingWord::contains).toList());
      if (!waiting.isEmpty()) {
        return waiting;
      }
      new Batch().run(batch, needingWord);
      toRun.removeAll(batch);
    }
    return List.of();
  }

  /** Reads a call; what a toolbox breaks with is a refusal. */
  static CheckedCall check(Toolbox toolbox, ToolCall call) {
    try {
      return Objects.requireNonNull(toolbox.check(call), "check");
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.warn("a toolbox threw when it was to check call {}", call.id(), broken);
      return CheckedCall.refused(
          call, "%s was not called: it broke down: %s".formatted(call.tool(), broken.getMessage()));
    }
  }

  static Answered notExecuted(ToolCall call, String why) {
    String text = "%s was not executed: %s.".formatted(call.tool(), why);
    return Answered.unexecuted(call.id(), text, Standing.REJECTED, null);
  }

  /** The answer to a call of which its toolbox says nothing. */
  private static ToolAnswer broken(Intended call) {
    boolean changes = call.effect().changes();
    String unknown = changes ? " Nobody knows yet whether it took effect." : "";
    return new ToolAnswer(
        call.callId(),
        "%s broke down without an answer.%s".formatted(call.tool(), unknown),
        changes ? Outcome.UNKNOWN : Outcome.FAILED,
        null);
  }

  /** That a repeat did nothing does not say that the first try had done nothing. */
  private static ToolAnswer ofRepeat(ToolAnswer answer) {
    return answer.outcome() == Outcome.FAILED
        ? new ToolAnswer(answer.callId(), answer.text(), Outcome.UNKNOWN, null)
        : answer;
  }

  /** Calls that run side by side. */
  private final class Batch {
    private final Map<String, Intended> running = new LinkedHashMap<>();

    /** Those that were running when the process stopped before. */
    private final Set<String> again = new HashSet<>();

    private final Map<String, ToolAnswer> reads = new HashMap<>();
    private @Nullable RuntimeException unwritten;

    void run(List<CheckedCall> calls, Set<CheckedCall> needingWord) {
      List<PreparedCall> prepared = new ArrayList<>();
      for (CheckedCall call : calls) {
        boolean needsWord = needingWord.contains(call);
        switch (Guard.decide(call, needsWord, journal.ledger(), clock.instant())) {
          case Guard.Decision.Answer(Answered answer) ->
              journal.hold(answer.shown(answers.resultCharacters()));
          case Guard.Decision.Run(Intended intention) -> {
            running.put(intention.callId(), intention);
            if (journal.ledger().intention(intention.callId()).isPresent()) {
              again.add(intention.callId());
            } else {
              journal.hold(intention);
            }
            prepared.add(scope.prepared(call, intention, scope.id(), journal));
          }
          case Guard.Decision.Wait wait ->
              throw new IllegalStateException("a call that waits is in no batch that runs");
        }
      }
      if (!prepared.isEmpty()) {
        journal.prove();
        running.keySet().forEach(scope::begins);
        runAll(prepared);
      }
    }

    /** Whatever breaks down, each call has its answer on record afterwards. */
    private void runAll(List<PreparedCall> prepared) {
      try {
        toolbox.runAll(prepared, this::take);
      } catch (RuntimeException | LinkageError | StackOverflowError broken) {
        LOG.warn("a toolbox threw; what became of {} is not known", running.keySet(), broken);
      }
      if (unwritten != null) {
        throw unwritten;
      }
      for (PreparedCall call : prepared) {
        Intended left = running.get(call.call().id());
        if (left != null) {
          ToolAnswer read = reads.get(left.callId());
          record(read == null ? broken(left) : read);
        }
      }
    }

    /**
     * A change is on record as soon as it is known, not when its slowest sibling is done. What was
     * read comes after that, in call order: the model has not seen it, so it outlives a closing.
     */
    private void take(ToolAnswer answer) {
      Intended intention = running.get(answer.callId());
      if (intention == null) {
        LOG.warn("a toolbox answered call {}, which does not run", answer.callId());
      } else if (!intention.effect().changes()) {
        reads.putIfAbsent(answer.callId(), answer);
      } else {
        record(again.contains(answer.callId()) ? ofRepeat(answer) : answer);
        try {
          journal.flush();
        } catch (RuntimeException failure) {
          unwritten = failure;
          throw failure;
        }
      }
    }

    private void record(ToolAnswer answer) {
      Intended intention = Objects.requireNonNull(running.get(answer.callId()));
      Answered said = answers.of(answer, intention);
      running.remove(answer.callId());
      journal.hold(said);
    }
  }
}
