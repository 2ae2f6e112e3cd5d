package dev.recap.jmh;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs what JMH's own options ask for and prints the medians as a table. */
public final class Benchmarks {
  private static final int MEDIAN = 50;

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @throws CommandLineOptionException when an option is none of JMH's
   * @throws RunnerException when a benchmark fails
   */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    System.out.print(table(new Runner(new CommandLineOptions(arguments)).run()));
  }

  private static String table(Collection<RunResult> results) {
    return results.stream()
        .sorted(Comparator.comparing(Benchmarks::name).thenComparing(Benchmarks::median))
        .map(result ->
            "%-24s %-36s %,12.1f us%n".formatted(name(result), parameters(result), median(result)))
        .collect(
            Collectors.joining(
                "", "%n%-24s %-36s %15s%n".formatted("benchmark", "with", "median"), ""));
  }

  private static String name(RunResult result) {
    String[] parts = result.getParams().getBenchmark().split("\\.", -1);
    return parts[parts.length - 2].replace("Benchmark", "") + "." + parts[parts.length - 1];
  }

  private static String parameters(RunResult result) {
    var params = result.getParams();
    return params.getParamsKeys().stream()
        .map(key -> String.format(Locale.ROOT, "%s %s", key, params.getParam(key)))
        .collect(Collectors.joining(", "));
  }

  private static double median(RunResult result) {
    return result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
  }
}
