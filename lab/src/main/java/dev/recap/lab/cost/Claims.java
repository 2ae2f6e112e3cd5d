package dev.recap.lab.cost;

import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is claimed about the cost, held against the runs. Claims about sizes that are larger than
 * any that was asked for are left out.
 */
final class Claims {
  private static final int FEW = 5;
  private static final int FLOOR = 50;
  private static final int MANY = 500;

  private final Setting setting;
  private final BookedRuns runs;
  private final Outcomes outcomes;

  Claims(Setting setting, BookedRuns runs, Outcomes outcomes) {
    this.setting = setting;
    this.runs = runs;
    this.outcomes = outcomes;
  }

  /** The runs that the claims need. */
  List<Play> plays() {
    Stream<Play> folded = sizes().map(tickets -> outcomes.play(Way.FOLD, tickets));
    Stream<Play> fresh = sizes().map(tickets -> outcomes.play(Way.FRESH, tickets));
    Stream<Play> summarised =
        Stream.concat(
            outcomes.sweep(Outcomes.STEADY, true).stream(),
            Stream.of(outcomes.play(Way.NONE, Outcomes.STEADY)));
    return Stream.of(folded, fresh, summarised).flatMap(plays -> plays).toList();
  }

  /** Every claim by its name. */
  Map<String, Claim> all() {
    Map<String, Claim> claims = new LinkedHashMap<>();
    claims.put("fold against the best summary of 570, input and summaries", ratio(true));
    claims.put("fold against the best summary of 570, whole money", ratio(false));
    claims.put("tools, task and earlier lines read from the cache after a fold", headReads());
    claims.put("arithmetic against the runs, largest error", arithmetic());
    if (largest() >= MANY) {
      claims.put("prompt tokens a ticket, 500 against 5", Claim.atMost(1.15, growth()));
    }
    if (largest() >= FLOOR) {
      claims.put("prompt tokens at 50 against the floor", Claim.atMost(1.15, floor()));
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

  /** What is sent for a ticket at each size. */
  List<PromptRow> prompts() {
    List<PromptRow> rows = new ArrayList<>();
    sizes()
        .forEach(tickets -> {
          BookedRun floor = runs.of(outcomes.play(Way.FRESH, tickets));
          rows.add(PromptRow.of(Way.FRESH.label(), tickets, floor, floor));
          rows.add(
              PromptRow.of(
                  Way.FOLD.label(), tickets, runs.of(outcomes.play(Way.FOLD, tickets)), floor));
        });
    return rows;
  }

  private Claim ratio(boolean inputOnly) {
    Prices prices = Play.PRICES;
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
      HeadReads reads = runs.of(outcomes.play(Way.FOLD, tickets)).books().headReads();
      folds += reads.folds();
      held += reads.held();
    }
    return Claim.every(held, folds, "folds without roll-up");
  }

  private Claim arithmetic() {
    double worst =
        sweep().stream().mapToDouble(row -> Math.abs(row.arithmeticError())).max().orElseThrow();
    return Claim.atMost(0.03, worst);
  }

  private double growth() {
    return perTicket(MANY) / perTicket(FEW);
  }

  private double perTicket(int tickets) {
    return runs.of(outcomes.play(Way.FOLD, tickets)).promptTokens() / (double) tickets;
  }

  private double floor() {
    return runs.of(outcomes.play(Way.FOLD, FLOOR)).promptTokens()
        / (double) runs.of(outcomes.play(Way.FRESH, FLOOR)).promptTokens();
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
