package dev.recap.lab.account;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One strategy over all queues.
 *
 * @param duringShare of the pairs, 0 to 1
 * @param atEndShare of the pairs
 * @param countsShare of the store's counts
 * @param can what the strategy can, in words
 */
public record AccountTotals(
    int pairs,
    double duringShare,
    double atEndShare,
    int countsWrong,
    double countsShare,
    String can) {

  static AccountTotals of(List<AccountRow> rows) {
    int pairs = sum(rows, AccountRow::pairs);
    int during = sum(rows, AccountRow::noticedDuring);
    int wrong = sum(rows, AccountRow::countsWrong);
    int counts = wrong + sum(rows, AccountRow::countsRight);
    double duringShare = share(during, pairs);
    double atEndShare = share(sum(rows, AccountRow::noticedAtEnd), pairs);
    return new AccountTotals(
        pairs,
        duringShare,
        atEndShare,
        wrong,
        share(counts - wrong, counts),
        can(duringShare, wrong == 0));
  }

  private static String can(double during, boolean counted) {
    String pairs =
        during == 1 ? "notices every pair" : during == 0 ? "notices no pair" : "notices some pairs";
    return pairs + (counted ? "; can count" : "; cannot count");
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static int sum(List<AccountRow> rows, ToIntFunction<AccountRow> of) {
    return rows.stream().mapToInt(of).sum();
  }
}
