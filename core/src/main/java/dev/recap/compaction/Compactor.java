package dev.recap.compaction;

import dev.recap.compaction.Proposal.AskForNotes;
import dev.recap.compaction.Proposal.Nothing;
import dev.recap.compaction.Proposal.Rewrite;
import dev.recap.context.ContextView;
import dev.recap.context.FoldedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.context.ViewInvariants;
import dev.recap.conversation.Message;
import dev.recap.journal.Compacted;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.journal.NotesAsked;
import dev.recap.model.Model;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the stages propose: asks for notes, judges what comes back, and records it. Used
 * by the thread of one run, when no call is unanswered.
 */
public final class Compactor {
  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

  private final Compaction compaction;
  private final RequestFrame frame;
  private final NotesTaker notesTaker;
  private final long thresholdTokens;
  private final Terms due;
  private boolean saidThatNothingHelps;

  public Compactor(Compaction compaction, RequestFrame frame, Model model, InstantSource clock) {
    this.compaction = compaction;
    this.frame = frame;
    this.notesTaker = new NotesTaker(model, clock);
    this.due = new Terms(compaction.minimumGain(), false);
    this.thresholdTokens = compaction.trigger().thresholdTokens(model.profile());
  }

  /**
   * What a stage has to bring.
   *
   * @param minimumGain the share of tokens it must save
   * @param forced whether a summary is asked for although the last one was rejected a moment ago
   */
  private record Terms(double minimumGain, boolean forced) {
    static final Terms FORCED = new Terms(0, true);
  }

  /** Does what is due just before a request. */
  public void beforeRequest(FoldedJournal journal) {
    for (Stage stage : compaction.stages()) {
      if (!stage.needsPressure()) {
        attempt(stage, journal, Terms.FORCED);
      }
    }
    if (journal.view().usedTokens() >= thresholdTokens) {
      sayIfNothingHelps(journal.view());
      relieve(journal);
    }
  }

  /**
   * Does what can be done after the provider refused a prompt as too long.
   *
   * @return whether the view became smaller
   */
  public boolean afterOverflow(FoldedJournal journal) {
    List<Message> before = journal.view().messages();
    for (Stage stage : compaction.stages()) {
      attempt(stage, journal, Terms.FORCED);
    }
    return !journal.view().messages().equals(before);
  }

  private void relieve(FoldedJournal journal) {
    for (Stage stage : compaction.stages()) {
      if (stage.needsPressure() && journal.view().usedTokens() >= thresholdTokens) {
        attempt(stage, journal, due);
      }
    }
  }

  private void attempt(Stage stage, FoldedJournal journal, Terms terms) {
    switch (stage.propose(new Situation(journal.view(), journal.ledger()))) {
      case Rewrite rewrite -> {
        String objection = objection(rewrite, journal.view(), terms, stage);
        if (objection.isEmpty()) {
          adopt(stage, rewrite, journal);
        } else {
          LOG.debug("{} was not done: {}", stage.name(), objection);
        }
      }
      case AskForNotes ask -> askForNotes(stage, ask, journal, terms);
      case Nothing nothing -> LOG.debug("{} has nothing to do: {}", stage.name(), nothing.reason());
    }
  }

  private void askForNotes(Stage stage, AskForNotes ask, FoldedJournal journal, Terms terms) {
    ContextView view = journal.view();
    if (!terms.forced() && view.usedTokens() < view.askMark()) {
      LOG.debug("{} waits until the view has {} tokens", stage.name(), view.askMark());
      return;
    }
    var request = frame.summaryRequest(view, ask.turnsStaying(), ask.instruction());
    NotesTaker.Taken taken = notesTaker.take(request);
    String objection = taken.objection();
    if (objection.isEmpty()) {
      objection = objection(ask.rewrite().apply(taken.text()), view, terms, stage);
    }
    journal.append(
        new NotesAsked(
            view.usedTokens(),
            taken.text(),
            objection.isEmpty() ? null : objection,
            taken.usage(),
            taken.took()));
    if (objection.isEmpty()) {
      adopt(stage, ask.rewrite().apply(taken.text()), journal);
    } else {
      LOG.info("a summary was rejected and the view stays as it is: {}", objection);
    }
  }

  /** Why this rewrite is not acceptable; empty when it is. */
  private static String objection(Rewrite rewrite, ContextView view, Terms terms, Stage stage) {
    long before = estimate(view);
    long after = view.tokensWith(rewrite.head().blocks(), rewrite.turnsLeft());
    boolean tooLong = after >= before || after > before * (1 - terms.minimumGain());
    if (stage.needsPressure() && tooLong) {
      return "too long: the next prompt would have about %d tokens instead of %d"
          .formatted(after, before);
    }
    List<String> broken = ViewInvariants.broken(messages(rewrite, view), task(view));
    return broken.isEmpty() ? "" : "the view would be invalid: " + String.join("; ", broken);
  }

  private static void adopt(Stage stage, Rewrite rewrite, FoldedJournal journal) {
    ContextView view = journal.view();
    var report =
        new Compacted.Report(
            estimate(view),
            view.tokensWith(rewrite.head().blocks(), rewrite.turnsLeft()),
            view.messages().size(),
            messages(rewrite, view).size());
    journal.append(
        new Compacted(
            stage.name(),
            rewrite.head().blocks(),
            rewrite.head().rollUp(),
            rewrite.turnsLeft(),
            report));
  }

  private static List<Message> messages(Rewrite rewrite, ContextView view) {
    return view.messagesWith(rewrite.head().blocks(), rewrite.turnsLeft());
  }

  private static long estimate(ContextView view) {
    return view.tokensWith(view.head(), Set.of());
  }

  private static String task(ContextView view) {
    return view.head(Kind.TASK).isEmpty() ? "" : view.head(Kind.TASK).getFirst().text();
  }

  private void sayIfNothingHelps(ContextView view) {
    if (!saidThatNothingHelps && view.leastTokens() >= thresholdTokens) {
      saidThatNothingHelps = true;
      LOG.warn(
          "tools, instructions and head alone have about {} tokens and the threshold is {}:"
              + " compaction cannot get below it, and the run goes on",
          view.leastTokens(),
          thresholdTokens);
    }
  }
}
