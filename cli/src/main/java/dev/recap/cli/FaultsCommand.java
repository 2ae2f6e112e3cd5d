package dev.recap.cli;

import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.faults.Contender;
import dev.recap.lab.faults.FaultFindings;
import dev.recap.lab.faults.FaultsExperiment;
import dev.recap.lab.faults.Row;
import dev.recap.lab.faults.Selection;
import dev.recap.lab.faults.SummaryFault;
import dev.recap.lab.job.DeskJob;
import dev.recap.lab.job.Job;
import dev.recap.lab.job.StockJob;
import dev.recap.lab.play.Imitated;
import dev.recap.simulator.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compactions forced everywhere, under every kind of summarizer and agent. */
@Command(
    name = "faults",
    description = {
      "Forces a compaction before each turn, with every kind of summarizer and of agent, and"
          + " counts on what is stored what was lost, repeated or done wrongly.",
      "The model is the simulated model: fixed rules, not an LLM."
    },
    exitCodeList = {
      "0:every promise of the ladder was kept",
      "1:a cell failed; such cells are listed",
      "2:wrong usage"
    })
final class FaultsCommand extends ExperimentCommand {
  @Option(
      names = "--full",
      description =
          "Strikes before every turn for every strategy; otherwise for the ladder alone, and for"
              + " the others before every fifth.")
  private boolean full;

  @Option(names = "--strategy", split = ",", paramLabel = "NAME", description = "Only these.")
  private List<String> strategies = new ArrayList<>();

  @Option(names = "--summarizer", split = ",", paramLabel = "MODE", description = "Only these.")
  private List<String> summarizers = new ArrayList<>();

  @Option(
      names = "--agent",
      paramLabel = "MODE",
      description = "Only these; may be repeated, such as forgetful=0.5.")
  private List<String> agents = new ArrayList<>();

  @Option(names = "--schedule", paramLabel = "NAME", description = "sequential or parallel.")
  private List<Schedule> schedules = new ArrayList<>();

  @Option(
      names = "--turn",
      split = ",",
      paramLabel = "N",
      description = "Strikes before these turns only; 0 for before every turn.")
  private Set<Integer> turns = new LinkedHashSet<>();

  @Option(
      names = "--tickets",
      paramLabel = "N",
      description = "How many tickets or warehouses (default 3).")
  private int tickets = 3;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Which tickets (default 47: the second customer was charged twice).")
  private long seed = 47;

  @Option(
      names = "--job",
      paramLabel = "NAME",
      description = "desk or stock, the work that is not about tickets (default desk).")
  private String job = "desk";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Imitates this model's thinking, tokenizer and refusals (default: sizes as recorded, no"
              + " thinking).")
  private @Nullable String model;

  @Option(
      names = "--strict",
      description = "The model refuses an open tool round without its thinking, too.")
  private boolean strict;

  @Option(names = "--rows", description = "Prints a line for each cell.")
  private boolean rows;

  @Override
  public Integer call() throws IOException {
    try (Job work = job()) {
      var progress = new TimeLeft(err(), System::nanoTime);
      FaultFindings found = new FaultsExperiment(work, imitated(), progress).play(selection());
      show(found.findings(), rows);
      print(verdict(found));
      return found.hold() ? 0 : 1;
    }
  }

  private Imitated imitated() {
    return model == null ? Imitated.RECORDED : Imitated.named(model, strict);
  }

  private Job job() {
    return switch (job) {
      case "desk" -> DeskJob.of(new TicketGenerator(seed).generate(tickets));
      case "stock" -> new StockJob(tickets);
      default ->
          throw new IllegalArgumentException(
              "job is '%s', but must be desk or stock".formatted(job));
    };
  }

  private Selection selection() {
    var all = Selection.standard();
    return new Selection(
        strategies.isEmpty()
            ? all.strategies()
            : strategies.stream().map(Contender::parse).distinct().toList(),
        summarizers.isEmpty()
            ? all.summarizers()
            : summarizers.stream().map(SummaryFault::parse).distinct().toList(),
        agents.isEmpty() ? all.agents() : agents.stream().distinct().toList(),
        schedules.isEmpty() ? all.schedules() : schedules.stream().distinct().toList(),
        new Selection.Turns(turns, full));
  }

  private static List<String> verdict(FaultFindings found) {
    List<Row> failing = found.failing();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(failing(failing));
    lines.addAll(found.groups());
    if (found.unfinishable() > 0) {
      lines.add(
          "%d cells of a stubborn agent under a compaction before every turn cannot be finished by any strategy; they stopped at the limit on turns."
              .formatted(found.unfinishable()));
    }
    lines.add(
        "%d cells were played again over HTTP and the vendor's SDK; %d gave another row."
            .formatted(found.overHttp().cells(), found.overHttp().differing()));
    lines.add(
        found.hold()
            ? "Every promise of the ladder was kept."
            : "FAILED: %d cells, %d groups.".formatted(failing.size(), found.groups().size()));
    return lines;
  }
}
