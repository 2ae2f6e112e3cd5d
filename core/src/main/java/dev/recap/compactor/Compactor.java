package dev.recap.compactor;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Stage;
import dev.recap.compactor.Demand.Urgency;
import dev.recap.journal.Compacted.Left;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.projection.View;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the stages, in order, when compaction is due. Used by the thread of one run, when no call
 * is unanswered.
 */
public final class Compactor {
  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
  private static final int LAST_RESORT = 4;

  private final Compaction compaction;
  private final ModelProfile profile;
  private final int maxOutputTokens;
  private final Weigher weigher;
  private final StageRun.Tools tools;
  private boolean saidThatItIsTooLow;

  public Compactor(Compaction compaction, RequestFrame frame, Model model, InstantSource clock) {
    this.compaction = compaction;
    this.profile = model.profile();
    this.maxOutputTokens = frame.maxOutputTokens();
    this.weigher =
        new Weigher(
            compaction.economy(),
            profile,
            compaction.summarizer().other().map(Model::profile),
            frame.maxOutputTokens(),
            clock);
    this.tools =
        new StageRun.Tools(
            new SummaryCall(frame, model, compaction.summarizer(), clock),
            weigher,
            new Explanations(),
            new Stubs(frame.recallTool()),
            profile.thinking(),
            compaction.terms().record());
  }

  /**
   * Does what is due just before a request: stages that need no pressure always, and the others
   * from the threshold on until the target is met.
   */
  public void beforeRequest(ProjectedJournal journal) {
    long before = threshold(journal);
    boolean pressed = journal.view().usedTokens() >= before;
    for (Stage stage : compaction.stages()) {
      if (!stage.needsPressure()) {
        Urgency urgency = pressed ? Urgency.FORCED : Urgency.IDLE;
        attempt(stage, journal, Demand.without(urgency, room(before)));
      }
    }
    long threshold = threshold(journal);
    if (journal.view().usedTokens() >= threshold) {
      sayIfItIsTooLow(journal, threshold);
      relieve(journal, threshold);
    }
    fit(journal);
  }

  /**
   * Attempts every stage in order, whether or not it is due: any saving is enough, and a summary is
   * asked for although one was rejected a moment ago. Each stage works on what the earlier ones
   * left; one that finds nothing more to gain does nothing.
   *
   * @return whether the view is another one
   */
  public boolean force(ProjectedJournal journal) {
    boolean changed = false;
    for (Stage stage : compaction.stages()) {
      changed |= attempt(stage, journal, Demand.without(Urgency.FORCED, room(threshold(journal))));
    }
    return changed;
  }

  /** A batch of results that would not fit the window is shortened before it is sent. */
  private void fit(ProjectedJournal journal) {
    View view = journal.view();
    long excess = view.usedTokens() + maxOutputTokens - profile.windowTokens();
    if (excess > 0) {
      var newest = new Shortening(view);
      shorten(journal, newest, newest.tokens() - view.unscaled(excess));
    }
  }

  /**
   * Shortens the newest results to a quarter, for a prompt that is too long even so.
   *
   * @return whether there was something left to shorten
   */
  public boolean shortenNewest(ProjectedJournal journal) {
    var newest = new Shortening(journal.view());
    return shorten(journal, newest, newest.tokens() / LAST_RESORT);
  }

  private boolean shorten(ProjectedJournal journal, Shortening newest, long room) {
    View view = journal.view();
    Left left = newest.to(Math.max(0, room), journal.entries(), tools.stubs().recall());
    if (left.stubs().isEmpty()) {
      return false;
    }
    Candidate candidate =
        Candidate.inTheTail(new Candidate.From(view, journal.ledger(), profile.thinking()), left);
    journal.append(candidate.compacted(Shortening.NAME, view, null), candidate.after());
    return true;
  }

  private void relieve(ProjectedJournal journal, long threshold) {
    Compaction.Terms terms = compaction.terms();
    long target = terms.targetTokens() == 0 ? threshold : Math.min(terms.targetTokens(), threshold);
    var due = new Demand(terms.minimumGain(), target, threshold, Urgency.DUE);
    for (Stage stage : compaction.stages()) {
      if (stage.needsPressure() && journal.view().usedTokens() >= target) {
        attempt(stage, journal, due);
      }
    }
  }

  private boolean attempt(Stage stage, ProjectedJournal journal, Demand demand) {
    return new StageRun(stage, journal, demand, tools, journal.view()).attempt();
  }

  private long threshold(ProjectedJournal journal) {
    return Threshold.tokens(
        compaction.trigger(), profile, journal.view(), () -> weigher.outlook(journal));
  }

  /** Where nothing is due before the window is full, that is the threshold. */
  private long room(long threshold) {
    return Math.min(threshold, profile.windowTokens());
  }

  /** Once: that it is reached again at once, or in any case. */
  private void sayIfItIsTooLow(ProjectedJournal journal, long threshold) {
    View view = journal.view();
    boolean never = view.leastTokens() >= threshold;
    boolean again =
        SummaryCall.isSoonAfterOne(journal)
            && view.usedBesidesNewest() >= Math.max(threshold, view.askMark());
    if (!saidThatItIsTooLow && (never || again)) {
      saidThatItIsTooLow = true;
      LOG.warn(
          "the threshold of {} tokens {}; tools, instructions and head alone have about {}, and with"
              + " a threshold of {} or more a compaction would last longer",
          threshold,
          never ? "is below what must stand" : "is reached again soon after a summary",
          view.leastTokens(),
          2 * Math.max(threshold, view.leastTokens()));
    }
  }
}
