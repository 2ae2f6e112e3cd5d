package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.lab.record.RecordFile;
import dev.recap.lab.report.ChartFile;
import dev.recap.lab.report.HtmlReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.lab.report.ScenarioReport.Asked;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.model.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The reference scenario, played and compared. */
@Command(
    name = "demo",
    description = "Works through the same tickets with and without compaction and compares.",
    exitCodeList = {
      "0:every ticket was completed by every run but the tutorial's",
      "1:some were not, the money ran out, the model failed, or nobody agreed to pay",
      "2:wrong usage or unusable input"
    })
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
    Instant now = Instant.now();
    ModelCatalog catalog = options.catalog();
    Tuning tuning = options.tuning();
    TicketSource tickets = options.tickets();
    List<StrategyName> runs = options.runs();
    Path record = options.record();
    ModelChoice model = options.model(LocalDate.ofInstant(now, ZoneOffset.UTC));
    boolean onlyJson = STANDARD_OUTPUT.equals(json);
    PrintWriter said = onlyJson ? err() : out();
    var scenario = new Scenario(tickets, model, tuning, catalog, listener(onlyJson, tickets));
    if (model instanceof ModelChoice.Anthropic real) {
      var plan = new Consent.Plan(real, runs, tickets.count(), tuning.mostDollars(), record);
      plan.lines(catalog).forEach(said::println);
      said.flush();
      if (!yes && !consent(said).given()) {
        said.println("Nothing was sent.");
        return 1;
      }
    }
    options.fewer(tickets).ifPresent(said::println);
    ScenarioReport figures =
        record == null ? scenario.play(runs) : recorded(scenario, runs, record, now, model);
    if (json != null) {
      writeJson(json, figures);
    }
    if (report != null) {
      boolean picture = report.toString().endsWith(".svg");
      OwnFile.write(report, picture ? ChartFile.of(figures) : HtmlReport.of(figures));
    }
    if (!onlyJson) {
      show(figures, record);
    }
    out().flush();
    return figures.complete() ? 0 : 1;
  }

  private ScenarioReport recorded(
      Scenario scenario, List<StrategyName> runs, Path record, Instant now, ModelChoice model)
      throws IOException {
    RecordFile.Origin origin =
        model instanceof ModelChoice.Anthropic real
            ? new RecordFile.Origin(now, real.name(), real.baseUrl())
            : new RecordFile.Origin(now, "simulator", null);
    try (RecordFile file = RecordFile.create(record, origin)) {
      return scenario.play(runs, file::journal);
    } catch (ModelException failed) {
      say("%s has what was said until then.".formatted(record));
      throw failed;
    }
  }

  private void show(ScenarioReport figures, @Nullable Path record) {
    out().print(quiet ? "" : System.lineSeparator());
    new FinalScreen(figures, options.mostInteresting()).lines().forEach(out()::println);
    Asked asked = figures.model().asked();
    if (asked != null) {
      out()
          .printf(
              asked.address() == null
                  ? "%nFor the README's table of real models:%n%n"
                  : "%nAs rows of the README's table, if this was a real model:%n%n");
      RealModels.rows(figures, asked).forEach(out()::println);
    }
    if (record != null) {
      out().printf("%nThe record is %s: ./recap lab replay %s%n", record, record);
    }
  }

  private static Consent consent(PrintWriter said) {
    return new Consent(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), said);
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
