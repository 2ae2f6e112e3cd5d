package dev.recap.lab.retail;

import dev.recap.lab.play.Progress;
import dev.recap.lab.play.Workers;
import java.util.List;

/**
 * Plays each trace without compaction, with one forced before every request, with one before each
 * single request, and with one before every request and a model that makes its changes again and
 * again: every time on a new shop, and compares what becomes of it.
 */
public final class RetailExperiment {
  private final Workers workers;

  /** An experiment; nothing is played yet. */
  public RetailExperiment(Progress progress) {
    this.workers = new Workers(progress);
  }

  /** Plays them all. */
  public RetailFindings play(List<RetailTrace> traces) {
    return RetailFindings.of(workers.all(traces, (index, trace) -> TracePlays.of(trace)));
  }
}
