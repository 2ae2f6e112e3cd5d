package dev.recap.lab.cost;

import dev.recap.conversation.Usage;
import dev.recap.lab.cost.Simulation.Rules;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.Tuning;
import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What each way of working comes to at each size: by a run where one fits, else by arithmetic. */
final class Outcomes {
  /** Tokens of a summary of bounded size, as recorded for three tickets. */
  static final int SUMMARY_TOKENS = 570;

  /** The largest queue that is run in every way. */
  static final int RUNNABLE = 100;

  /** The size at which thresholds are tried out, and from which on growth is taken as steady. */
  static final int STEADY = 20;

  static final int TURNS_A_TICKET = 7;

  /** The minimum that most models have. */
  static final int USUAL_MINIMUM = BookedRun.MINIMUMS.getFirst();

  /** Here the tutorial's summary alone has passed its threshold for good. */
  private static final int TUTORIAL_NEVER_ENDS = 30;

  /** What a summary is asked with, and what stands around it in the view. */
  private static final int INSTRUCTION = 100;

  private static final int SUMMARY_FRAME = 25;
  private static final long ARITHMETIC_STEP = 250;
  private static final long HIGHEST_THRESHOLD = 20_000;

  private final BookedRuns runs;
  private final CostGrid setting;

  Outcomes(BookedRuns runs, CostGrid setting) {
    this.runs = runs;
    this.setting = setting;
  }

  /** The runs that the outcomes at one size rest on, so that they can be played together. */
  List<CostPlay> plays(Way way, int tickets) {
    return switch (way) {
      case NONE -> List.of(grown(tickets));
      case TUTORIAL -> List.of(play(way, Math.min(tickets, TUTORIAL_NEVER_ENDS)));
      case SUMMARY -> sweep(Math.min(tickets, STEADY), false);
      case SUMMARY_570 -> tickets <= STEADY ? sweep(tickets, true) : List.of(grown(tickets));
      case FOLD, PER_TICKET -> {
        List<CostPlay> plays = new ArrayList<>();
        BookedRun.MINIMUMS.forEach(minimum -> plays.addAll(linear(way, tickets, minimum)));
        yield plays;
      }
    };
  }

  /** The outcomes to choose from; one that cannot be had when there is none. */
  List<CostOutcome> of(Way way, int tickets, int minimum) {
    return switch (way) {
      case NONE -> List.of(none(tickets, minimum));
      case TUTORIAL -> List.of(tutorial(tickets, minimum));
      case SUMMARY ->
          tickets <= STEADY
              ? swept(tickets, minimum, false)
              : List.of(grownSummary(tickets, minimum));
      case SUMMARY_570 ->
          tickets <= STEADY ? swept(tickets, minimum, true) : computed(tickets, minimum);
      case FOLD, PER_TICKET -> List.of(linear(linear(way, tickets, minimum), tickets, minimum));
    };
  }

  /** The arithmetic of this many tickets, on the growth of a run without compaction. */
  Arithmetic arithmetic(int tickets, int minimum) {
    CostPlay play = grown(tickets);
    Growth growth = Growth.of(runs.of(play).report(), TURNS_A_TICKET * play.tickets());
    var rules = new Rules(growth.prefix(), SUMMARY_FRAME, INSTRUCTION, minimum, true);
    return new Arithmetic(growth, TURNS_A_TICKET * tickets + 2, rules);
  }

  /** The runs of a bounded or an unbounded summary at each threshold. */
  List<CostPlay> sweep(int tickets, boolean bounded) {
    return setting.thresholds().stream()
        .map(threshold -> bounded ? CostGrid.bounded(threshold) : CostGrid.at(threshold))
        .map(tuning -> play(StrategyName.SUMMARY, tickets, tuning, USUAL_MINIMUM))
        .toList();
  }

  /** A way at its standard tuning and the usual minimum. */
  CostPlay play(Way way, int tickets) {
    return play(way.strategy(), tickets, Tuning.standard(), USUAL_MINIMUM);
  }

  /** The ladder, and the model may ask for originals. */
  CostPlay recalling(int tickets) {
    return play(StrategyName.RECALL, tickets, Tuning.standard(), USUAL_MINIMUM);
  }

  /** The sizes of this many tickets, as the law sees them. */
  LawCase.Sizes lawSizes(int tickets) {
    Arithmetic arithmetic = arithmetic(tickets, USUAL_MINIMUM);
    Rules rules = arithmetic.rules();
    return new LawCase.Sizes(
        (int) rules.prefix(),
        SUMMARY_TOKENS,
        (int) rules.kept(),
        (int) Math.round(arithmetic.growth().mean()),
        (int) rules.instruction());
  }

  private CostPlay play(StrategyName strategy, int tickets, Tuning tuning, int minimum) {
    return new CostPlay(strategy, tickets, setting.seed(), tuning, minimum);
  }

  private CostPlay grown(int tickets) {
    return play(Way.NONE, Math.min(tickets, RUNNABLE));
  }

  private CostOutcome none(int tickets, int minimum) {
    if (tickets <= RUNNABLE) {
      return CostOutcome.of(runs.of(grown(tickets)), 0, minimum);
    }
    Arithmetic.Played played = arithmetic(tickets, minimum).growing();
    return CostOutcome.of(
        played,
        played.peakTokens() > CurrentModel.PROFILE.windowTokens()
            ? "arithmetic; over the window of %,d".formatted(CurrentModel.PROFILE.windowTokens())
            : CostOutcome.ARITHMETIC);
  }

  private CostOutcome tutorial(int tickets, int minimum) {
    int played = Math.min(tickets, TUTORIAL_NEVER_ENDS);
    BookedRun run = runs.of(play(Way.TUTORIAL, played));
    return played == tickets && run.complete(tickets)
        ? CostOutcome.of(run, Tuning.standard().threshold(), minimum)
        : CostOutcome.impossible(
            "does not end (%d tickets: %s)".formatted(played, run.report().ended()));
  }

  private List<CostOutcome> swept(int tickets, int minimum, boolean bounded) {
    List<CostOutcome> outcomes =
        sweep(tickets, bounded).stream()
            .filter(play -> runs.of(play).complete(tickets))
            .map(play -> CostOutcome.of(runs.of(play), play.tuning().threshold(), minimum))
            .toList();
    return outcomes.isEmpty() ? List.of(CostOutcome.impossible("incomplete")) : outcomes;
  }

  /** At the threshold that was best for a smaller queue; there is no sweep at this size. */
  private CostOutcome grownSummary(int tickets, int minimum) {
    if (tickets > RUNNABLE) {
      return CostOutcome.impossible("its summaries pass the output limit");
    }
    Prices prices = MoneyRow.reading(MoneyRow.USUAL_READ);
    CostOutcome best =
        swept(STEADY, USUAL_MINIMUM, false).stream()
            .min(Comparator.comparingDouble(o -> prices.cached(o.all())))
            .orElseThrow();
    CostPlay play =
        play(StrategyName.SUMMARY, tickets, CostGrid.at(best.threshold()), USUAL_MINIMUM);
    BookedRun run = runs.of(play);
    return run.complete(tickets)
        ? CostOutcome.of(run, best.threshold(), minimum)
        : CostOutcome.impossible(run.report().ended());
  }

  private List<CostOutcome> computed(int tickets, int minimum) {
    Arithmetic arithmetic = arithmetic(tickets, minimum);
    long least = arithmetic.rules().prefix() + 2 * SUMMARY_TOKENS;
    return LongStream.iterate(least, t -> t < HIGHEST_THRESHOLD, t -> t + ARITHMETIC_STEP)
        .mapToObj(t -> arithmetic.summarized(t, SUMMARY_TOKENS))
        .map(played -> CostOutcome.of(played, CostOutcome.ARITHMETIC))
        .toList();
  }

  /**
   * One run; for a fold at an unusual minimum two from which a longer one follows, since each
   * further ticket takes the same.
   */
  private List<CostPlay> linear(Way way, int tickets, int minimum) {
    // What a fold does may depend on the minimum; a fresh conversation has nothing to decide.
    int known = way == Way.FOLD ? minimum : USUAL_MINIMUM;
    Set<Integer> sizes =
        tickets <= RUNNABLE || known == USUAL_MINIMUM ? Set.of(tickets) : Set.of(STEADY, RUNNABLE);
    return sizes.stream()
        .sorted()
        .map(size -> play(way.strategy(), size, Tuning.standard(), known))
        .toList();
  }

  private CostOutcome linear(List<CostPlay> plays, int tickets, int minimum) {
    CostOutcome first = CostOutcome.of(runs.of(plays.getFirst()), 0, minimum);
    if (plays.size() == 1) {
      return first;
    }
    CostOutcome second = CostOutcome.of(runs.of(plays.getLast()), 0, minimum);
    double times = (tickets - RUNNABLE) / (double) (RUNNABLE - STEADY);
    return new CostOutcome(
        CostOutcome.ARITHMETIC,
        0,
        further(first.all(), second.all(), times),
        second.summaryTokens()
            + Math.round(times * (second.summaryTokens() - first.summaryTokens())));
  }

  private static Usage further(Usage first, Usage second, double times) {
    return new Usage(
        further(first.inputTokens(), second.inputTokens(), times),
        further(first.cacheReadTokens(), second.cacheReadTokens(), times),
        further(first.cacheWriteTokens(), second.cacheWriteTokens(), times),
        further(first.outputTokens(), second.outputTokens(), times));
  }

  private static long further(long first, long second, double times) {
    return second + Math.round(times * (second - first));
  }
}
