package dev.recap.cli;

import dev.recap.lab.report.RunReport;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar and one block for each run, for scenarios too long for a line a turn. */
final class ProgressBars implements ScenarioListener {
  private static final int WIDTH = 78;

  private final PrintWriter out;
  private StrategyName strategy = StrategyName.BASELINE;
  private @Nullable ProgressBar bar;

  /** Blocks on this writer; the bars go to standard error. */
  ProgressBars(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void runStarted(StrategyName name) {
    strategy = name;
    bar = null;
  }

  @Override
  public void runEnded(RunReport run) {
    if (bar != null) {
      bar.close();
    }
    out.println();
    ResultBlock.of(run).forEach(out::println);
  }

  @Override
  public void progress(int completed, int total) {
    if (bar == null) {
      bar = bar(total);
    }
    bar.stepTo(completed);
  }

  private ProgressBar bar(int total) {
    return new ProgressBarBuilder()
        .setTaskName(strategy.label())
        .setInitialMax(total)
        .setUnit(" tickets", 1)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }
}
