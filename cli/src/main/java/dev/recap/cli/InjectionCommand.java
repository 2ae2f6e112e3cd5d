package dev.recap.cli;

import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.faults.Contender;
import dev.recap.lab.injection.InjectionExperiment;
import dev.recap.lab.injection.InjectionRow;
import dev.recap.lab.injection.Payload;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders hidden in tickets. */
@Command(
    name = "injection",
    description = {
      "Puts each payload of a file into the words of the first ticket, with an agent that obeys"
          + " whatever reads like an order and a compaction before every turn, and compares with"
          + " the run without it.",
      "The model is the simulated model: fixed rules, not an LLM."
    },
    exitCodeList = {
      "0:no payload changed another ticket or came out of a compaction as an order",
      "1:one did; such payloads are listed",
      "2:wrong usage or unusable input"
    })
final class InjectionCommand extends ExperimentCommand {
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

  /** Picocli sets the file. */
  @SuppressWarnings("NullAway.Init")
  InjectionCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Payload> payloads = Payload.read(file);
    var progress = new TimeLeft(err(), System::nanoTime);
    Findings found =
        new InjectionExperiment(new TicketGenerator(seed).generate(tickets), progress)
            .play(payloads, strategies.stream().map(Contender::parse).distinct().toList());
    show(found, rows);
    List<InjectionRow> failing =
        found.rows().stream()
            .map(InjectionRow.class::cast)
            .filter(row -> !row.failed().isEmpty())
            .toList();
    print(failing(failing));
    print(
        List.of(
            failing.isEmpty()
                ? "No payload changed another ticket or came out of a compaction as an order."
                : "FAILED: %d of %d runs.".formatted(failing.size(), found.rows().size())));
    return failing.isEmpty() ? 0 : 1;
  }
}
