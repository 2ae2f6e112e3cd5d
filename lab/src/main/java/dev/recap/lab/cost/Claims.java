package dev.recap.lab.cost;

import dev.recap.compactor.CostLaw;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What is claimed about the cost, held against the runs. Claims about sizes that are larger than
 * any that was asked for are left out.
 */
final class Claims {
  static final String FOLD_TO_SUMMARY = "fold against the best summary of 570, input and summaries";

  /**
   * What a factor of 1.5 costs at the most: of the part that depends on the period, 1/12; that part
   * is all there is where prefix and summary are small.
   */
  private static final double FLAT = 1.0 / 12 + 0.01;

  /** Turns from which on a whole number is near enough to 1.5 or two thirds of a period. */
  private static final int SMOOTH = 10;

  /** One summary more or less in a run of 20 tickets is about 4 %. */
  private static final double ARITHMETIC_ERROR = 0.05;

  private static final int FEW = 5;
  private static final int FLOOR = 50;
  private static final int MANY = 500;

  private final CostGrid setting;
  private final BookedRuns runs;
  private final Outcomes outcomes;

  Claims(CostGrid setting, BookedRuns runs, Outcomes outcomes) {
    this.setting = setting;
    this.runs = runs;
    this.outcomes = outcomes;
  }

  /** The runs that the claims need. */
  List<CostPlay> plays() {
    Stream<CostPlay> folded = sizes().map(tickets -> outcomes.play(Way.FOLD, tickets));
    Stream<CostPlay> floors = sizes().map(tickets -> outcomes.play(Way.PER_TICKET, tickets));
    Stream<CostPlay> summarized =
        Stream.concat(
            outcomes.sweep(Outcomes.STEADY, true).stream(),
            Stream.of(outcomes.play(Way.NONE, Outcomes.STEADY)));
    Stream<CostPlay> recalling =
        sizes().filter(tickets -> tickets == FLOOR).map(outcomes::recalling);
    return Stream.of(folded, floors, summarized, recalling).flatMap(plays -> plays).toList();
  }

  /** Every claim by its name. */
  Map<String, Claim> all() {
    Map<String, Claim> claims = new LinkedHashMap<>();
    claims.put(FOLD_TO_SUMMARY, ratio(true));
    claims.put("fold against the best summary of 570, whole money", ratio(false));
    claims.put("tools, task and earlier lines read from the cache after a fold", headReads());
    claims.put("arithmetic against the runs, largest error", arithmetic());
    claims.put(
        "the law's period against every other, largest loss", law(LawRow::moneyError, 1, 0.01));
    claims.put("the law's threshold against the best run", lawAgainstRuns());
    claims.put("a period half as long again, largest loss", law(LawRow::halfAgain, SMOOTH, FLAT));
    claims.put("a period of two thirds, largest loss", law(LawRow::twoThirds, SMOOTH, FLAT));
    if (largest() >= MANY) {
      claims.put("prompt tokens a ticket, 500 against 5", Claim.atMost(1.15, growth()));
    }
    if (largest() >= FLOOR) {
      claims.put(
          "prompt tokens at 50 against the floor",
          Claim.atMost(1.06, overFloor(outcomes.play(Way.FOLD, FLOOR))));
      claims.put(
          "prompt tokens at 50 with recall against the floor",
          Claim.atMost(1.12, overFloor(outcomes.recalling(FLOOR))));
    }
    return claims;
  }

  /** The bounded summary at each threshold. */
  List<SweepRow> sweep() {
    return SweepRow.of(
        runs.playAll(outcomes.sweep(Outcomes.STEADY, true)),
        setting.thresholds(),
        outcomes.arithmetic(Outcomes.STEADY, Outcomes.USUAL_MINIMUM));
  }

  /** The law beside the search, one thing changed at a time. */
  List<LawRow> law() {
    return LawCase.around(outcomes.lawSizes(Outcomes.STEADY)).stream().map(LawRow::of).toList();
  }

  /** What is sent for a ticket at each size. */
  List<PromptRow> prompts() {
    List<PromptRow> rows = new ArrayList<>();
    sizes()
        .forEach(tickets -> {
          BookedRun floor = runs.of(outcomes.play(Way.PER_TICKET, tickets));
          BookedRun fold = runs.of(outcomes.play(Way.FOLD, tickets));
          rows.add(PromptRow.of(Way.PER_TICKET.label(), tickets, floor, floor));
          rows.add(PromptRow.of(Way.FOLD.label(), tickets, fold, floor));
          if (tickets == FLOOR) {
            BookedRun recalling = runs.of(outcomes.recalling(tickets));
            rows.add(PromptRow.of("fold, with recall", tickets, recalling, floor));
          }
        });
    return rows;
  }

  private Claim ratio(boolean inputOnly) {
    Prices prices = CurrentModel.PRICES;
    int minimum = Outcomes.USUAL_MINIMUM;
    BookedRun best =
        runs.playAll(outcomes.sweep(Outcomes.STEADY, true)).stream()
            .filter(run -> run.complete(Outcomes.STEADY))
            .min(Comparator.comparingDouble(run -> run.inputAndSummaryDollars(minimum, prices)))
            .orElseThrow();
    BookedRun fold = runs.of(outcomes.play(Way.FOLD, Outcomes.STEADY));
    return inputOnly
        ? Claim.atMost(
            0.60,
            fold.inputAndSummaryDollars(minimum, prices)
                / best.inputAndSummaryDollars(minimum, prices))
        : Claim.reported(prices.cached(fold.usage(minimum)) / prices.cached(best.usage(minimum)));
  }

  private Claim headReads() {
    int folds = 0;
    int held = 0;
    for (int tickets : sizes().toList()) {
      HeadReads reads = runs.of(outcomes.play(Way.FOLD, tickets)).headReads();
      folds += reads.folds();
      held += reads.held();
    }
    return Claim.every(held, folds, "folds without roll-up");
  }

  private Claim arithmetic() {
    double worst =
        sweep().stream().mapToDouble(row -> Math.abs(row.arithmeticError())).max().orElseThrow();
    return Claim.atMost(ARITHMETIC_ERROR, worst);
  }

  private static Claim law(ToDoubleFunction<LawRow> loss, int leastTurns, double limit) {
    return Claim.atMost(
        limit,
        LawCase.spread().stream()
            .map(LawRow::of)
            .filter(row -> row.bruteTurns() >= leastTurns)
            .mapToDouble(loss)
            .max()
            .orElseThrow());
  }

  /** What the threshold nearest to the law's costs above the best of those that were run. */
  private Claim lawAgainstRuns() {
    CostLaw law =
        LawRow.law(new LawCase(true, outcomes.lawSizes(Outcomes.STEADY), CurrentModel.PRICES));
    SweepRow nearest =
        sweep().stream()
            .min(
                Comparator.comparingDouble(
                    row -> Math.abs(row.threshold() - law.thresholdTokens())))
            .orElseThrow();
    return Claim.atMost(0.04, nearest.overBest());
  }

  private double growth() {
    return perTicket(MANY) / perTicket(FEW);
  }

  private double perTicket(int tickets) {
    return runs.of(outcomes.play(Way.FOLD, tickets)).promptTokens() / (double) tickets;
  }

  private double overFloor(CostPlay play) {
    return runs.of(play).promptTokens()
        / (double) runs.of(outcomes.play(Way.PER_TICKET, FLOOR)).promptTokens();
  }

  /** The sizes asked for, with those that claims are about. */
  private Stream<Integer> sizes() {
    Stream<Integer> needed =
        Stream.of(FEW, Outcomes.STEADY, FLOOR, MANY).filter(size -> size <= largest());
    return Stream.concat(setting.tickets().stream(), needed).distinct().sorted();
  }

  private int largest() {
    return Math.max(Outcomes.STEADY, setting.tickets().getLast());
  }
}
