package dev.recap.cli;

import dev.recap.lab.cost.ModelCosts;
import dev.recap.lab.cost.ModelRow;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the default costs on each current model. */
@Command(
    name = "models",
    description = {
      "What a queue costs on every model of the catalogue: without compaction, with a fold at each"
          + " closing, with folds from three times the cacheable minimum on, and with what the"
          + " library does by itself.",
      "The simulated model answers (fixed rules, not an LLM); money is arithmetic on its tokens, as"
          + " many as each model's tokenizer makes of them, without thinking."
    },
    exitCodeList = {
      "0:the default is at most 5 % above the best and never above no compaction",
      "1:it is not; such rows are listed",
      "2:wrong usage"
    })
final class ModelsCommand extends ExperimentCommand {
  @Option(
      names = "--tickets",
      split = ",",
      paramLabel = "N",
      description = "Sizes of queues (default 5,20,100,500).")
  private List<Integer> tickets = List.of(5, 20, 100, 500);

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Override
  public Integer call() throws IOException {
    List<ModelRow> rows = new ModelCosts(seed, this::say).rows(tickets);
    show(new Findings(rows, Map.of()), true);
    List<ModelRow> losing = rows.stream().filter(ModelRow::loses).toList();
    if (!losing.isEmpty()) {
      say("recap: the default loses:");
      failing(losing).forEach(this::say);
    }
    return losing.isEmpty() ? 0 : 1;
  }
}
