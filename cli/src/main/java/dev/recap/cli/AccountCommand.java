package dev.recap.cli;

import dev.recap.lab.account.AccountExperiment;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each strategy's closing account could rest on. */
@Command(
    name = "account",
    description = {
      "Queues in which customers write twice: whether the requests of each strategy show it, and"
          + " whether the counts in the last one are those of the store.",
      "The simulated model (fixed rules, not an LLM) notices nothing by itself: graded is what its"
          + " requests contained."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:recap's counts are those of the store", "1:they are not", "2:wrong usage"})
final class AccountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FindingsOutput output;

  @Option(
      names = "--tickets",
      split = ",",
      paramLabel = "N",
      description = "Sizes of queues (default 10,30,60).")
  private List<Integer> tickets = List.of(10, 30, 60);

  @Option(names = "--seed", paramLabel = "S", description = "Which queues (default 42).")
  private long seed = 42;

  @SuppressWarnings("NullAway.Init")
  AccountCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    var experiment =
        new AccountExperiment(
            tickets,
            seed,
            said -> {
              err.println(said);
              err.flush();
            });
    Findings found = experiment.find();
    output.show(found, out);
    boolean right = AccountExperiment.recapCountsRight(found);
    if (!right) {
      err.println("recap: does not hold: recap's last request gives the counts of the store");
    }
    return right ? 0 : 1;
  }
}
