package dev.recap.desk.trial;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.batch.BatchRun;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.Brief;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.batch.Workshop;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTools;
import dev.recap.journal.JournalException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.words.TokenEstimate;
import java.nio.file.Path;

/**
 * Works a trial in its folder, from where it stands: a process that died or stopped is followed by
 * the next one with the same order.
 */
public record TrialRun(TrialOrder order, TrialMeans means, TrialWatch watch) {

  /**
   * How many of the tickets are worked in a folder already; where there is none, none is made.
   *
   * @throws IllegalArgumentException when the folder has another trial, naming what differs
   */
  public int worked(Path folder) {
    if (!TrialFolder.isThere(folder)) {
      return 0;
    }
    try (TrialFolder there = TrialFolder.open(folder)) {
      there.paper(order, means.print());
      return there.tickets().counts().completed();
    }
  }

  /** What the tickets after the first so many will roughly take. */
  public TrialEstimate estimate(int worked) {
    var guidance = new Guidance(null, order.rules());
    try (TicketStore nothing = TicketStore.inMemory()) {
      return TrialEstimate.of(
          order.tickets().subList(worked, order.tickets().size()).stream()
              .map(Answered::ticket)
              .toList(),
          new DeskTools(nothing, means.knowledge(), guidance, null).toolbox().specs(),
          profile());
    }
  }

  /** The simulator writes as the recorded runs did, whatever it is priced as. */
  private ModelProfile profile() {
    ModelProfile its = means.profiles().apply(order.who().model());
    return order.who().simulated()
        ? its.tokenScale(TokenEstimate.USUAL_SCALE).thinking(Thinking.NONE)
        : its;
  }

  /**
   * Works until every ticket is done, or the work comes to rest for another reason, which the
   * result's state tells.
   *
   * @throws IllegalArgumentException when the folder has another trial, naming what differs, or the
   *     budget is in dollars for a model of unknown price
   * @throws JournalException when another process works it, naming the process
   */
  public TrialResult work(TrialFolder folder) {
    TrialPaper paper = folder.paper(order, means.print());
    Batch batch = ordered(folder, paper);
    if (folder.tickets().counts().total() == 0) {
      folder.tickets().add(order.tickets().stream().map(Answered::ticket).toList());
    }
    if (batch.state() != State.DONE) {
      batch = work(folder, batch);
    }
    return new TrialFindings(order, paper, progress(folder, batch)).in(folder.tickets());
  }

  private Batch ordered(TrialFolder folder, TrialPaper paper) {
    Batches batches = folder.batches();
    boolean known = batches.all().stream().anyMatch(batch -> batch.id().equals(paper.id()));
    if (known) {
      batches.budget(paper.id(), order.budget());
      return batches.get(paper.id());
    }
    return batches.order(
        paper.id(),
        new Batch.Made(order.made().at(), order.made().by()),
        order.who().settings(folder.desk()),
        order.budget());
  }

  private Batch work(TrialFolder folder, Batch batch) {
    var guidance = new Guidance(null, order.rules());
    var tools =
        new DeskTools(folder.tickets(), means.knowledge(), guidance, null)
            .writtenBy(order.who().model())
            .toolbox();
    Progress before = progress(folder, batch);
    var workshop =
        new Workshop(
            folder.batches(),
            folder.journals(),
            folder.tickets(),
            tools,
            () -> new WatchedModel(means.model().get(), folder.tickets(), before, watch),
            new Brief(null, order.rules().guidance(), Brief.ALL.listener()));
    return new BatchRun(workshop, watch.stop(), watch.says()).work(batch.id());
  }

  private Progress progress(TrialFolder folder, Batch batch) {
    return Progress.of(batch, folder.journals(), folder.tickets(), means.profiles());
  }
}
