package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.faults.Contender;
import dev.recap.lab.injection.InjectionExperiment;
import dev.recap.lab.injection.InjectionRow;
import dev.recap.lab.injection.Payload;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.table.Findings;
import dev.recap.lab.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Orders hidden in tickets. */
@Command(
    name = "injection",
    description = {
      "Puts each payload of a file into the words of the first ticket, with an agent that obeys"
          + " whatever reads like an order and a compaction before every turn, and compares with"
          + " the run without it.",
      "The model is the simulated model: fixed rules, not an LLM."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no payload changed another ticket or came out of a compaction as an order",
      "1:one did; such payloads are listed",
      "2:wrong usage or unusable input"
    })
final class InjectionCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 50;

  @Spec private CommandSpec spec;
  @Mixin private FindingsOutput output;

  @Parameters(
      paramLabel = "FILE",
      description = "JSON lines with the fields text and, for the table, source.")
  private Path file;

  @Option(
      names = "--strategy",
      split = ",",
      paramLabel = "NAME",
      description = "Which strategies (default summary, summarize and recap).")
  private List<String> strategies = new ArrayList<>(List.of("summary", "summarize", "recap"));

  @Option(names = "--tickets", paramLabel = "N", description = "How many (default 3).")
  private int tickets = 3;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Which tickets (default 47: the second customer was charged twice).")
  private long seed = 47;

  @Option(names = "--rows", description = "Prints a line for each payload.")
  private boolean rows;

  @SuppressWarnings("NullAway.Init")
  InjectionCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Payload> payloads = Payload.read(file);
    var progress = new TimeLeft(spec.commandLine().getErr(), System::nanoTime);
    Findings found =
        new InjectionExperiment(
                new TicketGenerator(seed).generate(tickets),
                ModelCatalog.bundled().profile(ModelChoice.CURRENT_MODEL),
                progress)
            .play(payloads, strategies.stream().map(Contender::parse).distinct().toList());
    if (rows) {
      output.show(found, out);
    } else {
      output.showTotals(found, out);
    }
    List<InjectionRow> failing =
        found.rows().stream()
            .map(InjectionRow.class::cast)
            .filter(row -> !row.failed().isEmpty())
            .toList();
    if (!output.onlyJson()) {
      Table.of(failing.stream().limit(MOST_SHOWN).toList()).forEach(out::println);
      out.println(
          failing.isEmpty()
              ? "No payload changed another ticket or came out of a compaction as an order."
              : "FAILED: %d of %d runs.".formatted(failing.size(), found.rows().size()));
      out.flush();
    }
    return failing.isEmpty() ? 0 : 1;
  }
}
