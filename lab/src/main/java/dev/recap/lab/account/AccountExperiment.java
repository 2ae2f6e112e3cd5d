package dev.recap.lab.account;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.RunReport.StoredTicket;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.lab.table.Findings;
import dev.recap.simulator.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Plays queues in which customers write twice, and grades what the requests of each strategy show.
 * The model is fixed rules and notices nothing by itself; what is measured is whether a model could
 * have.
 */
public final class AccountExperiment {
  private static final String RECAP = "recap";

  private final List<Integer> sizes;
  private final long seed;
  private final Consumer<String> progress;

  /**
   * Nothing played yet.
   *
   * @param sizes tickets of each queue
   * @param progress told of each run before it is played, in a sentence
   */
  public AccountExperiment(List<Integer> sizes, long seed, Consumer<String> progress) {
    this.sizes = sizes.stream().distinct().sorted().toList();
    if (this.sizes.isEmpty() || this.sizes.getFirst() < 1) {
      throw new IllegalArgumentException(
          "tickets is %s, but must be numbers of 1 or more".formatted(sizes));
    }
    this.seed = seed;
    this.progress = progress;
  }

  /** One way to work through the queues. */
  private record Contestant(String name, StrategyName strategy) {}

  private static final List<Contestant> CONTESTANTS =
      List.of(
          new Contestant("none", StrategyName.BASELINE),
          new Contestant("summary", StrategyName.SUMMARY),
          new Contestant(RECAP, StrategyName.RECALL),
          new Contestant("per-ticket", StrategyName.PER_TICKET));

  /** Plays and grades. */
  public Findings find() {
    List<AccountRow> rows = new ArrayList<>();
    for (Contestant contestant : CONTESTANTS) {
      for (int tickets : sizes) {
        progress.accept("playing %s, %d tickets".formatted(contestant.name(), tickets));
        rows.add(graded(contestant, RepeatedQueue.of(tickets, seed)));
      }
    }
    return Findings.of(rows, AccountRow::strategy, AccountTotals::of);
  }

  /** Whether every count in recap's last requests was the store's. */
  public static boolean recapCountsRight(Findings findings) {
    return findings.totals().get(RECAP) instanceof AccountTotals totals
        && totals.countsWrong() == 0;
  }

  private static AccountRow graded(Contestant contestant, RepeatedQueue queue) {
    var watch = new PairWatch(queue.pairs());
    var model = new ModelChoice.InProcess(Behaviour.defaults(), CurrentModel.NAME);
    RunReport run =
        new Scenario(
                new TicketSource.Given(queue.tickets()),
                model,
                Tuning.standard(),
                ModelCatalog.bundled(),
                watch)
            .play(List.of(contestant.strategy()))
            .runs()
            .getFirst();
    Map<String, Integer> stored = stored(run.store());
    int right = agreeing(stored, watch.lastEvidence().counts());
    return new AccountRow(
        contestant.name(),
        queue.tickets().size(),
        queue.pairs().size(),
        watch.during(),
        watch.atEnd(),
        right,
        stored.size() - right,
        stated(stored, AccountText.counts(run.answer())));
  }

  private static String stated(Map<String, Integer> stored, Map<String, Integer> account) {
    return account.isEmpty()
        ? "none"
        : "%d of %d right".formatted(agreeing(account, stored), account.size());
  }

  private static int agreeing(Map<String, Integer> counts, Map<String, Integer> others) {
    return (int)
        counts.entrySet().stream()
            .filter(count -> count.getValue().equals(others.get(count.getKey())))
            .count();
  }

  private static Map<String, Integer> stored(List<StoredTicket> tickets) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StoredTicket ticket : tickets) {
      counts.merge("category " + ticket.category(), 1, Integer::sum);
      counts.merge("priority " + ticket.priority(), 1, Integer::sum);
      counts.merge("team " + ticket.team(), 1, Integer::sum);
    }
    return counts;
  }
}
