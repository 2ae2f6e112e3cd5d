package dev.recap.cli;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Stop;
import dev.recap.desk.ticket.ColumnMapping.Field;
import dev.recap.desk.ticket.ImportFile;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.Answered;
import dev.recap.desk.trial.AnsweredFile;
import dev.recap.desk.trial.TrialFolder;
import dev.recap.desk.trial.TrialMeans;
import dev.recap.desk.trial.TrialOrder;
import dev.recap.desk.trial.TrialResult;
import dev.recap.desk.trial.TrialRun;
import dev.recap.desk.trial.TrialWatch;
import dev.recap.desk.trial.Trials;
import dev.recap.model.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answered tickets, worked again and compared. */
@Command(
    name = "trial",
    description = {
      "Works tickets again that people have answered, and compares.",
      "The agent sees neither their values nor their replies. Nothing leaves this machine but what"
          + " the model is sent. The same command goes on after whatever ended it."
    },
    exitCodeList = {
      "0:every ticket was worked, or it was stopped by SIGTERM or Ctrl-C and can go on",
      "1:the model failed, the agent gave up, another process works it, or nobody agreed to pay",
      "2:wrong usage or unusable input",
      "3:the budget would not cover the next request; the same with more --dollars goes on",
      "143:a second signal stopped it at once; the same command goes on"
    })
final class TrialCommand extends Subcommand {
  /**
   * Some tickets at once, with all that a model thinks of them: below what one ticket needs, a view
   * is shortened in the midst of it. Closed tickets leave the view long before.
   */
  private static final long THRESHOLD = 20_000;

  @Parameters(paramLabel = "FILE", description = "Answered tickets, as .csv or .jsonl.")
  private Path file = Path.of("");

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      required = true,
      description =
          "A folder with the help articles that the agent searches, as Markdown, HTML or CSV.")
  private Path knowledge = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "simulator (fixed rules, not an LLM) or anthropic:NAME (default simulator).")
  private String model = BatchModel.SIMULATOR;

  @Option(
      names = "--dollars",
      paramLabel = "N",
      description = "What the trial may cost: a request that could cost more is not sent.")
  private @Nullable Double dollars;

  @Option(
      names = "--tickets",
      paramLabel = "N",
      description = "So many of the file's tickets, the first ones (default all).")
  private @Nullable Integer tickets;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description =
          "Which column has a field, where its name does not tell: category, priority, team, reply,"
              + " id, subject, description, ...; nothing behind the = for none.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Conversations side by side (default 1).")
  private int workers = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the trial is kept, with trial.json and trial.html in the end (default recap-trial).")
  private Path out = Path.of("recap-trial");

  @Option(
      names = "--desk",
      paramLabel = "FILE",
      description = "A desk that is to have the result on record, for its pages.")
  private @Nullable Path desk;

  @Option(names = "--json", description = "Says it as JSON on standard output and nothing else.")
  private boolean json;

  @Option(names = "--prices", paramLabel = "FILE", description = "Another price table, as JSON.")
  private @Nullable Path prices;

  @Option(names = "--yes", description = "Spends money on a real model without asking.")
  private boolean yes;

  @Mixin private BatchModel models = new BatchModel();

  TrialCommand() {}

  @Override
  public Integer call() throws IOException {
    ModelCatalog catalog = prices == null ? ModelCatalog.bundled() : ModelCatalog.load(prices);
    TrialOrder order = order();
    Model[] opened = new Model[1];
    TrialKnowledge articles = TrialKnowledge.of(knowledge, List.of(file, out));
    try {
      said().println("%,d articles in %s.".formatted(articles.count(), knowledge));
      var means =
          new TrialMeans(
              articles.articles(),
              articles.print(),
              () -> opened[0] = models.open(model, catalog),
              name -> BatchModel.profile(name, catalog));
      var run = new TrialRun(order, means, watch());
      int worked = run.worked(out);
      if (worked < order.tickets().size() && !agreed(run, worked, catalog)) {
        return 1;
      }
      return show(work(run));
    } finally {
      if (opened[0] instanceof AnthropicModel real) {
        real.close();
      }
    }
  }

  private TrialOrder order() {
    BatchModel.checked(model);
    if (!simulated() && dollars == null) {
      throw new IllegalArgumentException(
          "model is '%s', which costs money: say with --dollars how much it may be"
              .formatted(model));
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    if (tickets != null && tickets < 1) {
      throw new IllegalArgumentException("tickets is " + tickets + ", but must be 1 or more");
    }
    AnsweredFile read = AnsweredFile.read(ImportFile.of(file), columns(), now);
    TrialText.read(read).forEach(said()::println);
    List<Answered> all = read.tickets();
    List<Answered> some = tickets == null || tickets > all.size() ? all : all.subList(0, tickets);
    var made = new TrialOrder.Made(name(file), BatchStartCommand.me(), now);
    var who = new TrialOrder.Who(model, simulated(), models.told(model, now), THRESHOLD, workers);
    Budget budget = dollars == null ? Budget.NONE : new Budget(dollars, Long.MAX_VALUE);
    return TrialOrder.of(made, some, who, budget);
  }

  private Map<Field, String> columns() {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    map.forEach((field, column) -> columns.put(Field.of(field), column));
    return columns;
  }

  private PrintWriter said() {
    return json ? err() : out();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private boolean simulated() {
    return model.equals(BatchModel.SIMULATOR);
  }

  private TrialWatch watch() {
    var stop = new Stop();
    Signals.first(() -> {
      say("stopping after the turn in hand; once more stops at once");
      stop.ask();
    });
    return new TrialWatch(stop, this::say, now -> say(TrialText.progress(now)));
  }

  /** What costs nothing needs nobody's word. */
  private boolean agreed(TrialRun run, int worked, ModelCatalog catalog) throws IOException {
    PrintWriter said = said();
    TrialText.plan(run.order(), worked, run.estimate(worked), catalog).forEach(said::println);
    said.flush();
    if (simulated() || yes || new Consent(standardIn(), said).given()) {
      return true;
    }
    said.println("Nothing was sent.");
    return false;
  }

  private static BufferedReader standardIn() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private TrialResult work(TrialRun run) {
    try (TrialFolder folder = TrialFolder.open(out)) {
      TrialResult result = run.work(folder);
      folder.write(result);
      if (desk != null) {
        try (TicketStore store = TicketStore.open(desk)) {
          new Trials(store).put(result);
        }
      }
      return result;
    }
  }

  private int show(TrialResult result) throws IOException {
    if (json) {
      writeJson(STANDARD_OUTPUT, result);
    } else {
      out().println();
      TrialText.lines(result).forEach(out()::println);
      out().println("The page is %s.".formatted(out.resolve(TrialFolder.PAGE)));
    }
    out().flush();
    return switch (result.about().state()) {
      case "done", "stopped" -> 0;
      case "over budget" -> 3;
      default -> 1;
    };
  }
}
