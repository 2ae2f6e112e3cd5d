package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.context.ProjectedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.conversation.Message;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the stages, in order, when compaction is due. Used by the thread of one run, when no call
 * is unanswered.
 */
public final class Compactor {
  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);

  private final Compaction compaction;
  private final ModelProfile profile;
  private final Weigher weigher;
  private final StageRun run;
  private boolean saidThatNothingHelps;

  public Compactor(Compaction compaction, RequestFrame frame, Model model, InstantSource clock) {
    this.compaction = compaction;
    this.profile = model.profile();
    this.weigher =
        new Weigher(
            compaction.economy(),
            profile,
            compaction.summarizer().other().map(Model::profile),
            frame.maxOutputTokens());
    var summaryCall = new SummaryCall(model, compaction.summarizer(), clock);
    this.run = new StageRun(frame, summaryCall, weigher);
  }

  /**
   * Does what is due just before a request: stages that need no pressure always, and the others
   * from the threshold on until the target is met.
   */
  public void beforeRequest(ProjectedJournal journal) {
    boolean pressed = journal.view().usedTokens() >= threshold(journal);
    for (Stage stage : compaction.stages()) {
      if (!stage.needsPressure()) {
        run.attempt(stage, journal, pressed ? Demand.FORCED : Demand.IDLE);
      }
    }
    long threshold = threshold(journal);
    if (journal.view().usedTokens() >= threshold) {
      sayIfNothingHelps(journal.view(), threshold);
      relieve(journal, threshold);
    }
  }

  /**
   * Attempts every stage in order, whether or not it is due: any saving is enough, and a summary is
   * asked for although one was rejected a moment ago. Each stage works on what the earlier ones
   * left; one that finds nothing more to gain does nothing.
   *
   * @return whether the view is another one
   */
  public boolean force(ProjectedJournal journal) {
    List<Message> before = journal.view().messages();
    for (Stage stage : compaction.stages()) {
      run.attempt(stage, journal, Demand.FORCED);
    }
    return !journal.view().messages().equals(before);
  }

  private void relieve(ProjectedJournal journal, long threshold) {
    Compaction.Terms terms = compaction.terms();
    long target = terms.targetTokens() == 0 ? threshold : Math.min(terms.targetTokens(), threshold);
    var due = new Demand(terms.minimumGain(), target, Demand.Urgency.DUE);
    for (Stage stage : compaction.stages()) {
      if (stage.needsPressure() && journal.view().usedTokens() >= target) {
        run.attempt(stage, journal, due);
      }
    }
  }

  private long threshold(ProjectedJournal journal) {
    return Threshold.tokens(
        compaction.trigger(), profile, journal.view(), () -> weigher.outlook(journal));
  }

  private void sayIfNothingHelps(ContextView view, long threshold) {
    if (!saidThatNothingHelps && view.leastTokens() >= threshold) {
      saidThatNothingHelps = true;
      LOG.warn(
          "tools, instructions and head alone have about {} tokens and the threshold is {}:"
              + " compaction cannot get below it, and the run goes on",
          view.leastTokens(),
          threshold);
    }
  }
}
