package dev.recap.jmh;

import java.util.Collection;
import java.util.Objects;
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
    var table = new StringBuilder("%nMedians of one turn, trim or start.%n".formatted());
    line(table, "", "with", "CPU us", "kB", "wall us", "CPU, by the row above");
    double above = 0;
    for (RunResult result : results) {
      double cpu = median(result, "cpu");
      boolean trim = name(result).equals("trim");
      line(
          table,
          name(result),
          parameters(result),
          "%,.1f".formatted(cpu),
          "%,.1f".formatted(median(result, "kilobytes")),
          "%,.1f".formatted(median(result, "wall")),
          trim && above > 0 ? "x %.1f".formatted(cpu / above) : "");
      above = trim ? cpu : 0;
    }
    return table.toString();
  }

  private static void line(StringBuilder table, Object... cells) {
    table.append("%-6s %-68s %15s %12s %15s   %s%n".formatted(cells));
  }

  private static String name(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String parameters(RunResult result) {
    var params = result.getParams();
    return params.getParamsKeys().stream()
        .map(key -> "%s %s".formatted(key, params.getParam(key)))
        .collect(Collectors.joining(", "));
  }

  private static double median(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter), counter)
        .getStatistics()
        .getPercentile(MEDIAN);
  }
}
