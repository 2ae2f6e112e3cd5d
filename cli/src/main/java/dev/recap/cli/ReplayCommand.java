package dev.recap.cli;

import dev.recap.lab.replay.Budget;
import dev.recap.lab.replay.Policy;
import dev.recap.lab.replay.ReadOnlyNames;
import dev.recap.lab.replay.RecordedRun;
import dev.recap.lab.replay.RecordedRuns;
import dev.recap.lab.replay.ReplayExperiment;
import dev.recap.lab.replay.Summaries;
import dev.recap.lab.replay.ToolSpecs;
import dev.recap.lab.scenario.CurrentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded runs through any compaction policy, with no model. */
@Command(
    name = "replay",
    description = {
      "Plays recorded runs back under compaction policies, with no model: what each request would"
          + " have held, what it would have cost, and whether the values that the recorded model"
          + " used next were still in view."
    },
    exitCodeList = {
      "0:every view is valid",
      "1:some views are not",
      "2:wrong usage or unusable input"
    })
final class ReplayCommand extends ExperimentCommand {
  private static final int MOST_RUNS_WITH_ROWS = 3;
  private static final int MOST_INVALID_SHOWN = 10;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "JSON lines in the words of the Messages API, a journal of ours, or the demo's record.")
  private List<Path> files = List.of();

  @Option(
      names = "--budget",
      paramLabel = "N|Xp",
      description =
          "Tokens a prompt may have, or a share of what a run's messages came to at their peak,"
              + " besides tools and instructions (default 0.5p).")
  private String budget = "0.5p";

  @Option(
      names = "--policies",
      paramLabel = "NAME,...",
      description = "Which (default: all; a name with = has the same tokens as recap).")
  private @Nullable String policies;

  @Option(
      names = "--read-only",
      paramLabel = "NAME,...",
      description = "Tools that a trace's calls only read with; NAME* for all that begin so.")
  private @Nullable String readOnly;

  @Option(
      names = "--tools",
      paramLabel = "FILE",
      description = "Tool specs as a JSON array; a run takes the first file with all its tools.")
  private List<Path> tools = List.of();

  @Option(
      names = "--shortest-value",
      paramLabel = "N",
      description = "Characters or digits from which on an argument counts (default 4).")
  private int shortestValue = 4;

  @Option(
      names = "--summary-tokens",
      paramLabel = "N",
      description =
          "Tokens of the text that stands in for a summary and says nothing (default 600).")
  private int summaryTokens = 600;

  @Option(
      names = "--summaries",
      paramLabel = "DIR",
      description =
          "Files .jsonl of {id, summary} that models wrote, for recap+real-summary: a run takes its"
              + " own, or those of others in rotation by length.")
  private @Nullable Path summaries;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Whose prices a journal takes (default " + CurrentModel.NAME + ").")
  private String model = CurrentModel.NAME;

  @Override
  public Integer call() throws IOException {
    ReadOnlyNames names = readOnly == null ? ReadOnlyNames.usual() : ReadOnlyNames.parse(readOnly);
    var experiment =
        new ReplayExperiment(
            chosen(),
            Budget.parse(budget),
            shortestValue,
            summaryTokens,
            summaries == null ? Summaries.none() : Summaries.read(summaries));
    var reader = new RecordedRuns(names, ToolSpecs.read(tools), model);
    List<RecordedRun> runs = new ArrayList<>();
    files.forEach(file -> runs.addAll(reader.read(file)));
    ReplayExperiment.Result outcome = experiment.play(runs, progress(runs.size()));
    show(outcome, ReplayRemarks.lines(runs, experiment, names), runs.size());
    return outcome.invalid().isEmpty() ? 0 : 1;
  }

  private List<Policy> chosen() {
    return policies == null
        ? Arrays.stream(Policy.values())
            .filter(policy -> summaries != null || policy != Policy.RECAP_REAL_SUMMARY)
            .toList()
        : Arrays.stream(policies.split(",")).map(String::strip).map(Policy::of).toList();
  }

  private Consumer<RecordedRun> progress(int all) {
    int[] done = {0};
    return run ->
        say("replayed %d of %d: %s, %d turns".formatted(++done[0], all, run.id(), run.turns()));
  }

  /** With many runs the rows are for programs: the totals alone are shown. */
  private void show(ReplayExperiment.Result outcome, List<String> remarks, int runs)
      throws IOException {
    print(remarks);
    print(List.of(""));
    show(outcome.findings(), runs <= MOST_RUNS_WITH_ROWS);
    outcome.invalid().stream().limit(MOST_INVALID_SHOWN).forEach(this::say);
    if (outcome.invalid().size() > MOST_INVALID_SHOWN) {
      say("and %d more".formatted(outcome.invalid().size() - MOST_INVALID_SHOWN));
    }
  }
}
