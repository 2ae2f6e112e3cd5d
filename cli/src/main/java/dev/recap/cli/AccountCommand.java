package dev.recap.cli;

import dev.recap.lab.account.AccountExperiment;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each strategy's closing account could rest on. */
@Command(
    name = "account",
    description = {
      "Queues in which customers write twice: whether the requests of each strategy show it, and"
          + " whether the counts in the last one are those of the store.",
      "The simulated model (fixed rules, not an LLM) notices nothing by itself: graded is what its"
          + " requests contained."
    },
    exitCodeList = {"0:recap's counts are those of the store", "1:they are not", "2:wrong usage"})
final class AccountCommand extends ExperimentCommand {
  @Option(
      names = "--tickets",
      split = ",",
      paramLabel = "N",
      description = "Sizes of queues (default 10,30,60).")
  private List<Integer> tickets = List.of(10, 30, 60);

  @Option(names = "--seed", paramLabel = "S", description = "Which queues (default 42).")
  private long seed = 42;

  @Override
  public Integer call() throws IOException {
    Findings found = new AccountExperiment(tickets, seed, this::say).find();
    show(found, true);
    boolean right = AccountExperiment.recapCountsRight(found);
    if (!right) {
      say("recap: does not hold: recap's last request gives the counts of the store");
    }
    return right ? 0 : 1;
  }
}
