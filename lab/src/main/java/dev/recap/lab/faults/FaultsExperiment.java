package dev.recap.lab.faults;

import dev.recap.lab.job.Job;
import dev.recap.lab.play.Door;
import dev.recap.lab.play.Imitated;
import dev.recap.lab.play.InProcessDoor;
import dev.recap.lab.play.LoopbackDoor;
import dev.recap.lab.play.Play;
import dev.recap.lab.play.Progress;
import dev.recap.lab.play.Workers;
import dev.recap.lab.table.Findings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays the cells of a grid on a few threads and judges them. */
public final class FaultsExperiment {
  /** Of so many cells one is played again over HTTP and through the vendor's SDK. */
  private static final int SHARE = 50;

  private final Job job;
  private final Imitated model;
  private final Workers workers;

  /** An experiment; nothing is played yet. */
  public FaultsExperiment(Job job, Imitated model, Progress progress) {
    this.job = job;
    this.model = model;
    this.workers = new Workers(progress);
  }

  /** Plays all cells of the selection. */
  public FaultFindings play(Selection selection) {
    var run = new CellRun(new Play(job));
    var grid = new Grid(selection);
    try (Door inProcess = new InProcessDoor(model);
        Door loopback = new LoopbackDoor(model)) {
      var undisturbed = Undisturbed.play(run, inProcess, grid.conditions());
      List<Cell> cells = grid.cells(undisturbed::turns);
      AtomicInteger differing = new AtomicInteger();
      List<Row> rows =
          workers.all(
              cells,
              (index, cell) -> {
                Row row = run.row(cell, inProcess, undisturbed.state());
                if (index % SHARE == 0
                    && !row.equals(run.row(cell, loopback, undisturbed.state()))) {
                  differing.incrementAndGet();
                }
                return row;
              });
      boolean allTurns = selection.turns().only().isEmpty();
      return new FaultFindings(
          Findings.of(rows, Row::strategy, Totals::of),
          allTurns ? CellJudgement.ofGroups(rows) : List.of(),
          new FaultFindings.OverHttp((cells.size() + SHARE - 1) / SHARE, differing.get()));
    }
  }
}
