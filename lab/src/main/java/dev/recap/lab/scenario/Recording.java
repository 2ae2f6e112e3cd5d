package dev.recap.lab.scenario;

import dev.recap.agent.RunListener;
import dev.recap.agent.Turn;
import dev.recap.conversation.Message;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Entry;
import dev.recap.journal.RunEnded;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelReply;
import dev.recap.projection.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down what happens in one run of a strategy. */
public final class Recording implements RunListener {
  private final ScenarioListener listener;
  private final List<PlayedTurn> turns = new ArrayList<>();
  private final List<PlayedCompaction> compactions = new ArrayList<>();
  private final List<PlayedDecision> decisions = new ArrayList<>();
  private final List<PlayedSummary> summaries = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private Watched watched = Watched.NOTHING;
  private boolean compacted;
  private boolean over;

  public Recording(ScenarioListener listener) {
    this.listener = listener;
  }

  @Override
  public void appended(String runId, Entry entry) {
    listener.appended(entry);
    List<Message> before = watched.view().messages();
    watched = watched.after(entry);
    if (entry instanceof Compacted done) {
      compaction(done.stage(), before, watched.view().messages(), standsFor(done));
    }
    if (entry instanceof Weighed weighed) {
      decision(weighed);
    }
    if (entry instanceof SummaryAsked asked) {
      summary(asked.usage(), asked.rejection().orElse(""), asked.otherWriter().orElse(""));
    }
    if (entry instanceof Answered answered && answered.standing() == Standing.RECEIPT) {
      guarded.add(answered.callId());
    }
    over |= entry instanceof RunEnded;
    if (entry instanceof Answered answered && answered.standing() == Standing.REJECTED) {
      rejected.add(answered.callId());
    }
  }

  void turn(Turn turn) {
    turn(turn.reply(), turn.messages());
  }

  /** Numbers turns over all conversations of the run. */
  void turn(ModelReply reply, int messages) {
    var played = new PlayedTurn(turns.size() + 1, reply, messages, compacted);
    compacted = false;
    turns.add(played);
    listener.turn(played);
  }

  void compaction(String stage, List<Message> before, List<Message> after, String text) {
    compacted = true;
    var done = new PlayedCompaction(stage, turns.size(), before, after, text);
    compactions.add(done);
    listener.compaction(done);
  }

  private void decision(Weighed weighed) {
    var decided =
        new PlayedDecision(weighed.stage(), turns.size(), weighed.done(), weighed.words());
    decisions.add(decided);
    listener.decision(decided);
  }

  void summary(Usage usage, String whyRejected, String writer) {
    summaries.add(new PlayedSummary(usage, whyRejected, writer));
  }

  void rejected(String callId) {
    rejected.add(callId);
  }

  /** Whether a run of the library has ended, after which nothing can be asked of it. */
  boolean isOver() {
    return over;
  }

  int turns() {
    return turns.size();
  }

  /** What happened, now that the run has ended. */
  public Played ended(String answer, String how) {
    return new Played(
        turns,
        compactions,
        decisions,
        summaries,
        new Played.Unexecuted(guarded, rejected),
        new Played.Ending(answer, how));
  }

  private static String standsFor(Compacted done) {
    return done.head().stream()
        .filter(block -> block.kind() != HeadBlock.Kind.TASK)
        .map(HeadBlock::text)
        .collect(Collectors.joining("\n"));
  }

  /** The conversation as its entries tell it; a new one begins with its task. */
  private record Watched(View view, Ledger ledger) {
    static final Watched NOTHING = new Watched(View.empty(0), Ledger.empty());

    Watched after(Entry entry) {
      Watched so = entry instanceof UserSaid said && said.pinned() ? NOTHING : this;
      return new Watched(so.view.after(entry, so.ledger), so.ledger.after(entry));
    }
  }
}
