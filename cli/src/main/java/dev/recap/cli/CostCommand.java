package dev.recap.cli;

import dev.recap.lab.cost.CostExperiment;
import dev.recap.lab.cost.CostGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The money of every strategy, and the cost law held against search and runs. */
@Command(
    name = "cost",
    description = {
      "What a queue costs with each strategy: without a cache, at three read prices and three"
          + " cacheable minimums; and the cost law against an exhaustive search and against runs.",
      "The simulated model answers (fixed rules, not an LLM); money is arithmetic on its tokens."
    },
    exitCodeList = {"0:every claim holds", "1:one does not; it is named", "2:wrong usage"})
final class CostCommand extends ExperimentCommand {
  private static final List<Integer> SIZES = List.of(5, 20, 100, 500);
  private static final List<Integer> QUICK_SIZES = List.of(5, 20);

  @Option(
      names = "--tickets",
      split = ",",
      paramLabel = "N",
      description = "Sizes of queues (default 5,20,100,500).")
  private List<Integer> tickets = List.of();

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Option(names = "--quick", description = "5 and 20 tickets and fewer thresholds.")
  private boolean quick;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes the chart of costs to look at, as SVG.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    CostExperiment.Found found = new CostExperiment(setting(), this::say).find();
    show(found.findings(), true);
    if (report != null) {
      Files.writeString(report, found.chart());
    }
    found.broken().forEach(claim -> say("recap: does not hold: " + claim));
    return found.broken().isEmpty() ? 0 : 1;
  }

  private CostGrid setting() {
    if (quick) {
      return CostGrid.quick(tickets.isEmpty() ? QUICK_SIZES : tickets, seed);
    }
    return CostGrid.full(tickets.isEmpty() ? SIZES : tickets, seed);
  }
}
