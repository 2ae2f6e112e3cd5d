package dev.recap.agent;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Decided;
import dev.recap.journal.Waiting;
import dev.recap.ledger.Ledger;
import dev.recap.projection.ProjectedJournal;
import dev.recap.tool.CheckedCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which calls wait for a person. A call that the guard answers does not. */
record Approvals(Setup.Rules rules, ProjectedJournal journal, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

  /** Whether a call, if it runs at all, runs only after a person's yes. */
  boolean needsWord(CheckedCall call) {
    return call.tool().isPresent()
        && (journal.ledger().waiting(call.call().id()).isPresent()
            || call.tool().get().approval()
            || policySays(call.call()));
  }

  /** A policy that cannot tell leaves it to a person. */
  private boolean policySays(ToolCall call) {
    try {
      return rules.approval().needed(call);
    } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
      LOG.warn("an approval policy threw, so call {} waits for a person", call.id(), thrown);
      return true;
    }
  }

  /** Those of these calls that would run but need a word that nobody has given yet; on record. */
  List<ToolCall> waiting(List<CheckedCall> calls) {
    List<ToolCall> waiting = new ArrayList<>();
    Instant now = clock.instant();
    for (CheckedCall call : calls) {
      if (Guard.decide(call, true, journal.ledger(), now) instanceof Guard.Decision.Wait) {
        waiting.add(call.call());
        if (journal.ledger().waiting(call.call().id()).isEmpty()) {
          journal.hold(
              new Waiting(
                  journal.turns(),
                  call.call().id(),
                  call.call().tool(),
                  call.arguments(),
                  rules.expiry(now)));
        }
      }
    }
    return waiting;
  }

  /**
   * Takes a person's word about a call that waits for it.
   *
   * @throws IllegalArgumentException when no such call waits, or it is too late
   */
  void decide(String callId, Decided.Word word) {
    ToolCall call =
        journal.view().unanswered().stream()
            .filter(open -> open.id().equals(callId))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no call with the id '" + callId + "' is open"));
    decide(call, word);
  }

  /** The same about a call as it was asked for. */
  void decide(ToolCall call, Decided.Word word) {
    Ledger ledger = journal.ledger();
    List<ToolCall> open =
        journal.view().unanswered().stream()
            .filter(c -> ledger.waiting(c.id()).isPresent())
            .toList();
    Waiting waiting = open.contains(call) ? ledger.waiting(call.id()).orElse(null) : null;
    boolean decided = ledger.decision(call.id()).isPresent();
    if (waiting == null || decided || waiting.isOver(word.at())) {
      String wrong =
          waiting == null
              ? "does not wait for a person"
              : decided ? "was decided already" : "waited until " + waiting.expires();
      List<String> undecided =
          open.stream().map(ToolCall::id).filter(id -> ledger.decision(id).isEmpty()).toList();
      throw new IllegalArgumentException(
          "call %s of tool '%s' %s; these wait for a person: %s"
              .formatted(call.id(), call.tool(), wrong, undecided));
    }
    journal.append(new Decided(journal.turns(), call.id(), word));
  }
}
