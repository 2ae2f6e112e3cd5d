package dev.recap.cli;

import dev.recap.lab.cost.CostExperiment;
import dev.recap.lab.cost.CostGrid;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The money of every strategy, and the cost law held against search and runs. */
@Command(
    name = "cost",
    description = {
      "What a queue costs with each strategy: without a cache, at three read prices and three"
          + " cacheable minimums; and the cost law against an exhaustive search and against runs.",
      "The simulated model answers (fixed rules, not an LLM); money is arithmetic on its tokens."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every claim holds", "1:one does not; it is named", "2:wrong usage"})
final class CostCommand implements Callable<Integer> {
  private static final List<Integer> SIZES = List.of(5, 20, 100, 500);
  private static final List<Integer> QUICK_SIZES = List.of(5, 20);

  @Spec private CommandSpec spec;
  @Mixin private FindingsOutput output;

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

  @SuppressWarnings("NullAway.Init")
  CostCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CostExperiment.Found found =
        new CostExperiment(
                setting(),
                said -> {
                  err.println(said);
                  err.flush();
                })
            .find();
    output.show(found.findings(), out);
    if (report != null) {
      Files.writeString(report, found.chart());
    }
    found.broken().forEach(claim -> err.println("recap: does not hold: " + claim));
    err.flush();
    return found.broken().isEmpty() ? 0 : 1;
  }

  private CostGrid setting() {
    if (quick) {
      return CostGrid.quick(tickets.isEmpty() ? QUICK_SIZES : tickets, seed);
    }
    return CostGrid.full(tickets.isEmpty() ? SIZES : tickets, seed);
  }
}
