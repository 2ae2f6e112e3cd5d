package dev.recap.lab.cost;

import dev.recap.compactor.CostLaw;
import dev.recap.compactor.Rates;
import dev.recap.model.Prices;

/**
 * The cost law beside an exhaustive search: a conversation that grows evenly, summarized every so
 * many turns for ever, whose requests are added up one by one.
 *
 * @param cached whether there is a prompt cache
 * @param prefix P in tokens, as the four after it
 * @param outputPrice o, of the input price, as the two after it
 * @param formulaTurns n* of the law
 * @param bruteTurns the cheapest whole period
 * @param periodError of the formula's, as a share
 * @param moneyError what the formula's nearest whole period costs above the cheapest, as a share
 * @param halfAgain what a period 1.5 times the formula's costs above the cheapest, as a share
 * @param twoThirds the same for two thirds of it
 */
public record LawRow(
    boolean cached,
    int prefix,
    int summary,
    int kept,
    int growth,
    int instruction,
    double outputPrice,
    double writePrice,
    double readPrice,
    double formulaTurns,
    int bruteTurns,
    double periodError,
    long formulaThreshold,
    long bruteThreshold,
    double moneyError,
    double halfAgain,
    double twoThirds) {

  static LawRow of(LawCase example) {
    LawCase.Sizes sizes = example.sizes();
    Prices prices = example.prices();
    CostLaw law = law(example);
    double[] perTurn = example.perTurn();
    int brute = LawCase.cheapest(perTurn);
    double formula = law.optimalTurns();
    return new LawRow(
        example.cached(),
        sizes.prefix(),
        sizes.summary(),
        sizes.kept(),
        sizes.growth(),
        sizes.instruction(),
        prices.output() / prices.input(),
        prices.cacheWrite() / prices.input(),
        prices.cacheRead() / prices.input(),
        formula,
        brute,
        formula / brute - 1,
        Math.round(law.thresholdTokens()),
        example.threshold(brute),
        above(perTurn, formula, brute),
        above(perTurn, formula * 1.5, brute),
        above(perTurn, formula / 1.5, brute));
  }

  static CostLaw law(LawCase example) {
    LawCase.Sizes sizes = example.sizes();
    Rates rates =
        example.cached()
            ? Rates.of(example.prices())
            : Rates.uncached(example.prices().output() / example.prices().input());
    return new CostLaw(
        rates,
        new CostLaw.Sizes(
            sizes.prefix(), sizes.summary(), sizes.kept(), sizes.growth(), sizes.instruction()));
  }

  private static double above(double[] perTurn, double period, int best) {
    int whole = Math.clamp(Math.round(period), 1, perTurn.length);
    return perTurn[whole - 1] / perTurn[best - 1] - 1;
  }
}
