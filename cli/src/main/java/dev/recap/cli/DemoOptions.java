package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.record.RecordFile;
import dev.recap.lab.report.Verdict;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Pace;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.SummaryMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the demo is asked for, checked. */
final class DemoOptions {
  private static final String ANTHROPIC = "anthropic:";
  private static final String SIMULATOR = "simulator";

  /** Those that are worth money: each has a journal, and each ends with an account. */
  private static final List<StrategyName> REAL_RUNS =
      List.of(StrategyName.BASELINE, StrategyName.SUMMARY, StrategyName.RECAP);

  private static final List<StrategyName> STANDARD_RUNS =
      List.of(
          StrategyName.BASELINE,
          StrategyName.TUTORIAL,
          StrategyName.SUMMARY,
          StrategyName.RECAP,
          StrategyName.PER_TICKET);

  @Option(names = "--tickets", paramLabel = "N", description = "How many (default 5).")
  private int tickets = 5;

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Compact from this many tokens on (default 5000).")
  private long threshold = 5_000;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description =
          "baseline, tutorial, summary (the tutorial's way repaired), recap, recall (recap with"
              + " recall) or per-ticket (a conversation for each ticket); may be repeated (default:"
              + " all but recall; baseline, summary and recap on a real model or with"
              + " --record).")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--stages",
      split = ",",
      paramLabel = "STAGE",
      description =
          "The stages of the ladder, in order: fold, forget-thinking, clear-tool-results, summarize, trim;"
              + " provider-summary has the API write the summary.")
  private List<String> stages = new ArrayList<>();

  @Option(
      names = "--summary-prompt",
      paramLabel = "FILE",
      description = "Asks for summaries in these words.")
  private @Nullable Path summaryPrompt;

  @Option(
      names = "--summary-mode",
      paramLabel = "MODE",
      description =
          "How the simulated model summarizes: faithful, amnesiac, lying, truncated, empty,"
              + " thinking-first, verbose, parroting, http-400, http-529, time-out (default"
              + " faithful).")
  private String summaryMode = "faithful";

  @Option(
      names = "--summary-model",
      paramLabel = "NAME",
      description = "Another model writes the summaries, at its own prices.")
  private @Nullable String summaryModel;

  @Option(
      names = "--cost-law",
      paramLabel = "HOW",
      description =
          "gate: a stage under pressure has to pay over the turns to come; trigger: the law says"
              + " when compaction is due (default standard: clearing alone has to pay).")
  private Tuning.Law law = Tuning.Law.STANDARD;

  @Option(
      names = "--dollars",
      paramLabel = "N",
      description =
          "What all runs together may cost: a request that could cost more is not sent (default no"
              + " limit).")
  private double mostDollars = Double.POSITIVE_INFINITY;

  @Option(
      names = "--agent",
      paramLabel = "MODE",
      description =
          "How the simulated agent disobeys: stubborn, stops-early, gullible, forgetful=P,"
              + " trust=ledger|summary; several with commas (default obedient).")
  private String agent = "obedient";

  @Option(
      names = "--latency",
      paramLabel = "SECONDS",
      description =
          "How long a simulated reply takes, on a clock that nobody waits for: after five minutes"
              + " cached prompts have expired (default 0).")
  private double latencySeconds;

  @Option(
      names = "--tokens-per-second",
      paramLabel = "N",
      description = "How fast a simulated reply is written, on the same clock (default at once).")
  private double tokensPerSecond;

  @Option(names = "--parallel", description = "The simulator asks for four tools in one reply.")
  private boolean parallel;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "simulator (fixed rules, not an LLM) or anthropic:NAME (default simulator).")
  private String model = SIMULATOR;

  @Option(names = "--base-url", paramLabel = "URL", description = "Another address of the API.")
  private @Nullable String baseUrl;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description =
          "Takes the tickets from a .jsonl or .csv file: the first N, or all where it has fewer.")
  private @Nullable Path input;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Keeps all that is said in a new file as it is said; ./recap lab replay reads it.")
  private @Nullable Path record;

  @Option(names = "--prices", paramLabel = "FILE", description = "Another price table, as JSON.")
  private @Nullable Path prices;

  DemoOptions() {}

  TicketSource tickets() {
    return input == null
        ? new TicketSource.Generated(tickets, seed)
        : TicketSource.imported(tickets, input);
  }

  /** Says that the file has fewer tickets than were asked for; empty when it has enough. */
  Optional<String> fewer(TicketSource source) {
    return source.count() == tickets
        ? Optional.empty()
        : Optional.of(
            Plain.of(
                "%s has %s, fewer than the %,d asked for: all of it is played."
                    .formatted(input, Verdict.counted(source.count(), "ticket"), tickets)));
  }

  Tuning tuning() {
    var summaries =
        new Tuning.Summaries(summaryPrompt == null ? null : read(summaryPrompt), summaryModel);
    return new Tuning(threshold, stages, summaries, law, mostDollars);
  }

  List<StrategyName> runs() {
    if (runs.isEmpty()) {
      return isSimulated() && record == null ? STANDARD_RUNS : REAL_RUNS;
    }
    List<StrategyName> chosen = runs.stream().map(StrategyName::of).distinct().sorted().toList();
    if (record != null && chosen.contains(StrategyName.TUTORIAL)) {
      throw new IllegalArgumentException(
          "run is 'tutorial', which keeps no journal, but --record needs one of each run");
    }
    return chosen;
  }

  /** Where all that is said is kept; null for nowhere. */
  @Nullable Path record() {
    if (record != null) {
      RecordFile.checkNew(record);
    }
    return record;
  }

  private boolean isSimulated() {
    return model.equals(SIMULATOR);
  }

  ModelCatalog catalog() {
    return prices == null ? ModelCatalog.bundled() : ModelCatalog.load(prices);
  }

  /**
   * Which model answers.
   *
   * @param day today
   */
  ModelChoice model(LocalDate day) {
    if (isSimulated()) {
      var behaviour =
          new Behaviour(
              SummaryMode.parse(summaryMode),
              parallel ? Schedule.PARALLEL : Schedule.SEQUENTIAL,
              AgentMode.parse(agent));
      return new ModelChoice.Simulator(behaviour, pace(), CurrentModel.NAME, baseUrl);
    }
    if (!model.startsWith(ANTHROPIC) || model.length() == ANTHROPIC.length()) {
      throw new IllegalArgumentException(
          "model is '%s', but must be simulator or anthropic:NAME".formatted(model));
    }
    return new ModelChoice.Anthropic(
        model.substring(ANTHROPIC.length()), ApiKey.find(Path.of(".env"), baseUrl), baseUrl, day);
  }

  private Pace pace() {
    return new Pace(Duration.ofMillis(Math.round(latencySeconds * 1_000)), tokensPerSecond);
  }

  /** What to try next: the option that shows something this run did not. */
  String mostInteresting() {
    return summaryMode.equals("faithful")
        ? "./recap demo --summary-mode lying --threshold 2000"
        : "./recap demo --tickets 100 --run recap --run per-ticket";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "summary-prompt is %s, which cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
