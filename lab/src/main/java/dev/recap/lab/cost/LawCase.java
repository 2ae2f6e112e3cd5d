package dev.recap.lab.cost;

import dev.recap.conversation.Usage;
import dev.recap.lab.cost.Simulation.Rules;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.model.Prices;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation that grows evenly and is summarized every so many turns, for ever.
 *
 * @param cached whether there is a prompt cache
 * @param sizes in tokens
 * @param prices of which only the ratios to the input's matter
 */
record LawCase(boolean cached, Sizes sizes, Prices prices) {
  private static final int LONGEST_PERIOD = 2_000;
  private static final Prices REFERENCE = CurrentModel.PRICES;

  /**
   * Tokens.
   *
   * @param prefix tools, instructions and task
   * @param summary a summary, in the view and as a reply
   * @param kept what stays verbatim at a compaction
   * @param growth what a turn adds
   * @param instruction what a summary is asked with
   */
  record Sizes(int prefix, int summary, int kept, int growth, int instruction) {}

  /**
   * What a turn costs on average, in millionths of a dollar, when every so many turns are followed
   * by a summary: for each period from 1 on, turn by turn.
   */
  double[] perTurn() {
    var rules =
        new Rules(
            sizes.prefix(), sizes.kept(), sizes.instruction(), cached ? 0 : Rules.UNCACHED, false);
    var simulation = new Simulation(rules);
    simulation.turn(sizes.growth(), 0);
    simulation.summarize(sizes.summary());
    simulation.resetCounts();
    double[] perTurn = new double[LONGEST_PERIOD];
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      simulation.turn(sizes.growth(), 0);
      Usage cycle = simulation.turns().plus(simulation.summaryRequest(sizes.summary()));
      perTurn[period - 1] = prices.cached(cycle) * 1e6 / period;
    }
    return perTurn;
  }

  /** The period that costs least. */
  static int cheapest(double[] perTurn) {
    int best = 1;
    for (int period = 2; period <= perTurn.length; period++) {
      if (perTurn[period - 1] < perTurn[best - 1]) {
        best = period;
      }
    }
    return best;
  }

  /** The view just before a summary is asked for. */
  long threshold(int period) {
    return sizes.prefix() + sizes.summary() + sizes.kept() + (long) sizes.growth() * period;
  }

  /** One thing changed at a time, around the sizes of the reference scenario. */
  static List<LawCase> around(Sizes reference) {
    List<LawCase> cases = new ArrayList<>();
    cases.add(new LawCase(false, reference, REFERENCE));
    for (double read : List.of(0.1, 0.05, 0.025)) {
      cases.add(new LawCase(true, reference, MoneyRow.reading(read)));
    }
    Sizes r = reference;
    for (int prefix : List.of(600, 5_000, 20_000)) {
      cases.add(usual(new Sizes(prefix, r.summary, r.kept, r.growth, r.instruction)));
    }
    for (int summary : List.of(100, 1_500, 4_000)) {
      cases.add(usual(new Sizes(r.prefix, summary, r.kept, r.growth, r.instruction)));
    }
    cases.add(usual(new Sizes(r.prefix, r.summary, 400, r.growth, r.instruction)));
    cases.add(usual(new Sizes(r.prefix, r.summary, 2_000, r.growth, r.instruction)));
    for (int growth : List.of(50, 1_000, 3_000)) {
      cases.add(usual(new Sizes(r.prefix, r.summary, r.kept, growth, r.instruction)));
    }
    cases.add(usual(new Sizes(r.prefix, r.summary, r.kept, r.growth, 600)));
    cases.add(new LawCase(true, reference, new Prices(3, 0.30, 3, 15)));
    cases.add(new LawCase(true, reference, new Prices(3, 0.30, 3.75, 6)));
    return cases;
  }

  /** Every combination of small, middling and large. */
  static List<LawCase> spread() {
    List<LawCase> cases = new ArrayList<>();
    for (int prefix : List.of(600, 1_571, 6_000, 25_000)) {
      for (int summary : List.of(150, 570, 2_500)) {
        for (int kept : List.of(0, 600)) {
          for (int growth : List.of(60, 230, 1_200)) {
            var sizes = new Sizes(prefix, summary, kept, growth, 90);
            cases.add(new LawCase(false, sizes, REFERENCE));
            List.of(0.1, 0.05, 0.025)
                .forEach(read -> cases.add(new LawCase(true, sizes, MoneyRow.reading(read))));
          }
        }
      }
    }
    return cases;
  }

  private static LawCase usual(Sizes sizes) {
    return new LawCase(true, sizes, REFERENCE);
  }
}
