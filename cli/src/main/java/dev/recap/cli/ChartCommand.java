package dev.recap.cli;

import dev.recap.lab.report.ChartFile;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The demo's chart as a picture, such as the README shows. */
@Command(
    name = "chart",
    description = {
      "Plays the demo and draws the tokens sent per turn as an SVG file.",
      "The rehearsal model answers (fixed rules, not an LLM); takes the demo's options."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ChartCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DemoOptions options;

  @Parameters(paramLabel = "FILE", description = "Where the picture goes.")
  private Path file;

  @SuppressWarnings("NullAway.Init")
  ChartCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!(options.model() instanceof ModelChoice.Rehearsal)) {
      throw new IllegalArgumentException(
          "model must be rehearsal: nobody is asked here before money is spent; see demo --report");
    }
    var scenario =
        new Scenario(
            options.tickets(),
            options.model(),
            options.tuning(),
            options.catalog(),
            ScenarioListener.SILENT);
    ScenarioReport figures = scenario.play(options.runs());
    Files.writeString(file, ChartFile.of(figures));
    spec.commandLine().getOut().println("Wrote " + file + ".");
    return 0;
  }
}
