package dev.recap.lab.peers;

import dev.recap.lab.table.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one loop at one setting, added up.
 *
 * @param complete in how many of the runs the work was completed
 * @param recapTokensShare recap's total tokens on the same queues divided by these; below 1 recap
 *     spends less; null when recap did not play
 * @param recapDollarsShare the same for the money with caching at a minimum of 512 tokens
 */
public record PeerTotal(
    int runs,
    int complete,
    long totalTokens,
    double dollarsUncached,
    double dollarsCached512,
    double dollarsCached2048,
    double dollarsCached4096,
    @Nullable Double recapTokensShare,
    @Nullable Double recapDollarsShare) {

  /** Rows and a total for each loop and setting, in the order of the rows. */
  static Findings findings(List<PeerRow> rows, String recap) {
    Map<Integer, PeerRow> ours =
        rows.stream()
            .filter(row -> row.name().equals(recap))
            .collect(Collectors.toMap(PeerRow::tickets, row -> row, (first, second) -> first));
    return Findings.of(rows, PeerRow::name, its -> total(its, ours));
  }

  private static PeerTotal total(List<PeerRow> rows, Map<Integer, PeerRow> ours) {
    long tokens = rows.stream().mapToLong(PeerRow::totalTokens).sum();
    double cached = rows.stream().mapToDouble(PeerRow::dollarsCached512).sum();
    boolean compared = rows.stream().allMatch(row -> ours.containsKey(row.tickets()));
    List<PeerRow> same =
        compared ? rows.stream().map(row -> ours.get(row.tickets())).toList() : List.of();
    return new PeerTotal(
        rows.size(),
        (int) rows.stream().filter(PeerRow::complete).count(),
        tokens,
        rows.stream().mapToDouble(PeerRow::dollarsUncached).sum(),
        cached,
        rows.stream().mapToDouble(PeerRow::dollarsCached2048).sum(),
        rows.stream().mapToDouble(PeerRow::dollarsCached4096).sum(),
        share(
            (double) same.stream().mapToLong(PeerRow::totalTokens).sum(),
            (double) tokens,
            compared),
        share(same.stream().mapToDouble(PeerRow::dollarsCached512).sum(), cached, compared));
  }

  private static @Nullable Double share(double ours, double theirs, boolean compared) {
    return compared && theirs > 0 ? ours / theirs : null;
  }
}
