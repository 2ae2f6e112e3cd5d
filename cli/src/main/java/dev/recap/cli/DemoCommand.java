package dev.recap.cli;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The reference scenario, played and compared. */
@Command(
    name = "demo",
    description = "Works through the same tickets with and without compaction and compares.")
final class DemoCommand extends Subcommand {
  private static final int MANY_TICKETS = 20;

  @Mixin private DemoOptions options = new DemoOptions();

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

  @Override
  public Integer call() throws IOException {
    ModelCatalog catalog = options.catalog();
    Tuning tuning = options.tuning();
    TicketSource tickets = options.tickets();
    List<StrategyName> runs = options.runs();
    ModelChoice model = options.model();
    if (model instanceof ModelChoice.Anthropic real
        && !yes
        && !consent().given(real, runs, tickets, catalog)) {
      out().println("Nothing was sent.");
      return 1;
    }
    boolean onlyJson = STANDARD_OUTPUT.equals(json);
    options.fewer(tickets).ifPresent(onlyJson ? err()::println : out()::println);
    ScenarioReport figures =
        new Scenario(tickets, model, tuning, catalog, listener(onlyJson, tickets)).play(runs);
    if (json != null) {
      writeJson(json, figures);
    }
    if (report != null) {
      boolean picture = report.toString().endsWith(".svg");
      OwnFile.write(report, picture ? ChartFile.of(figures) : HtmlReport.of(figures));
    }
    if (!onlyJson) {
      out().print(quiet ? "" : System.lineSeparator());
      new FinalScreen(figures, options.mostInteresting()).lines().forEach(out()::println);
    }
    out().flush();
    return figures.complete() ? 0 : 1;
  }

  private Consent consent() {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Consent(in, out());
  }

  private ScenarioListener listener(boolean onlyJson, TicketSource tickets) {
    if (quiet || onlyJson) {
      return ScenarioListener.SILENT;
    }
    return tickets.count() > MANY_TICKETS && !explain
        ? new ProgressBars(out())
        : new TurnLines(out(), explain);
  }
}
