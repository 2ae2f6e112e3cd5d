package dev.recap.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.report.ChartFile;
import dev.recap.lab.report.HtmlReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The reference scenario, played and compared. */
@Command(
    name = "demo",
    description = "Works through the same tickets with and without compaction and compares.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final int MANY_TICKETS = 20;

  @Spec private CommandSpec spec;
  @Mixin private DemoOptions options;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes all figures as JSON; - for standard output and nothing else.")
  private @Nullable String json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes a page to look at; its chart alone where the name ends in .svg.")
  private @Nullable Path report;

  @Option(
      names = "--explain",
      description = "Prints each decision of the cost law with what it saves or costs.")
  private boolean explain;

  @Option(names = "--quiet", description = "Prints the last screen alone.")
  private boolean quiet;

  @Option(names = "--yes", description = "Spends money on a real model without asking.")
  private boolean yes;

  @SuppressWarnings("NullAway.Init")
  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ModelCatalog catalog = options.catalog();
    Tuning tuning = options.tuning();
    TicketSource tickets = options.tickets();
    List<StrategyName> runs = options.runs();
    ModelChoice model = options.model();
    if (model instanceof ModelChoice.Anthropic real
        && !yes
        && !consent(out).given(real, runs, tickets, catalog)) {
      out.println("Nothing was sent.");
      return 1;
    }
    boolean onlyJson = "-".equals(json);
    options
        .fewer(tickets)
        .ifPresent(onlyJson ? spec.commandLine().getErr()::println : out::println);
    ScenarioReport figures =
        new Scenario(tickets, model, tuning, catalog, listener(out, onlyJson, tickets)).play(runs);
    write(figures, out);
    if (!onlyJson) {
      out.print(quiet ? "" : System.lineSeparator());
      new FinalScreen(figures, options.mostInteresting()).lines().forEach(out::println);
    }
    out.flush();
    return figures.complete() ? 0 : 1;
  }

  private static Consent consent(PrintWriter out) {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Consent(in, out);
  }

  private ScenarioListener listener(PrintWriter out, boolean onlyJson, TicketSource tickets) {
    if (quiet || onlyJson) {
      return ScenarioListener.SILENT;
    }
    return tickets.count() > MANY_TICKETS && !explain
        ? new ProgressBars(out)
        : new TurnLines(out, explain);
  }

  private void write(ScenarioReport figures, PrintWriter out) throws IOException {
    if (json != null) {
      var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      String text = mapper.writeValueAsString(figures);
      if (json.equals("-")) {
        out.println(text);
      } else {
        OwnFile.write(Path.of(json), text + "\n");
      }
    }
    if (report != null) {
      boolean picture = report.toString().endsWith(".svg");
      OwnFile.write(report, picture ? ChartFile.of(figures) : HtmlReport.of(figures));
    }
  }
}
