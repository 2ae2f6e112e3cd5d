package dev.recap.compaction;

import dev.recap.context.ContextView;
import dev.recap.context.FoldedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.conversation.Message;
import dev.recap.model.Model;
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

  private final List<Stage> stages;
  private final StageRun run;
  private final long thresholdTokens;
  private final Demand due;
  private boolean saidThatNothingHelps;

  public Compactor(Compaction compaction, RequestFrame frame, Model model, InstantSource clock) {
    this.stages = compaction.stages();
    this.run = new StageRun(frame, new NotesTaker(model, compaction.summariser(), clock));
    this.thresholdTokens = compaction.trigger().thresholdTokens(model.profile());
    long target = compaction.terms().targetTokens();
    this.due =
        new Demand(
            compaction.terms().minimumGain(),
            target == 0 ? thresholdTokens : Math.min(target, thresholdTokens),
            false);
  }

  /**
   * Does what is due just before a request: stages that need no pressure always, and the others
   * from the threshold on until the target is met.
   */
  public void beforeRequest(FoldedJournal journal) {
    for (Stage stage : stages) {
      if (!stage.needsPressure()) {
        run.attempt(stage, journal, Demand.FORCED);
      }
    }
    if (journal.view().usedTokens() >= thresholdTokens) {
      sayIfNothingHelps(journal.view());
      for (Stage stage : stages) {
        if (stage.needsPressure() && journal.view().usedTokens() >= due.targetTokens()) {
          run.attempt(stage, journal, due);
        }
      }
    }
  }

  /**
   * Attempts every stage in order, whether or not it is due: any saving is enough, and a summary is
   * asked for although one was rejected a moment ago. Each stage works on what the earlier ones
   * left; one that finds nothing more to gain does nothing.
   *
   * @return whether the view is another one
   */
  public boolean force(FoldedJournal journal) {
    List<Message> before = journal.view().messages();
    for (Stage stage : stages) {
      run.attempt(stage, journal, Demand.FORCED);
    }
    return !journal.view().messages().equals(before);
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
