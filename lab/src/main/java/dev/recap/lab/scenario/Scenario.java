package dev.recap.lab.scenario;

import dev.recap.anthropic.Exchange;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.compaction.Compaction;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTask;
import dev.recap.desk.tools.DeskTools;
import dev.recap.journal.Entry;
import dev.recap.lab.job.DeskSite;
import dev.recap.lab.job.Site;
import dev.recap.lab.report.PriceList;
import dev.recap.lab.report.Reports;
import dev.recap.lab.report.RunReport;
import dev.recap.lab.report.ScenarioReport;
import dev.recap.model.Prices;
import dev.recap.simulator.Behaviour;
import dev.recap.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays the same tickets with each strategy, one after the other, each on a store and a server of
 * its own, and computes the figures.
 */
public final class Scenario {
  private final TicketSource source;
  private final ModelChoice modelChoice;
  private final Tuning tuning;
  private final ModelCatalog catalog;
  private final ScenarioListener listener;

  public Scenario(
      TicketSource source,
      ModelChoice modelChoice,
      Tuning tuning,
      ModelCatalog catalog,
      ScenarioListener listener) {
    this.source = source;
    this.modelChoice = modelChoice;
    this.tuning = tuning;
    this.catalog = catalog;
    this.listener = listener;
  }

  /**
   * Plays and reports.
   *
   * @throws dev.recap.model.ModelException when the model fails for good
   */
  public ScenarioReport play(List<StrategyName> strategies) {
    List<NewTicket> tickets = source.tickets();
    List<RunReport> runs = new ArrayList<>();
    for (StrategyName strategy : strategies) {
      listener.runStarted(strategy);
      RunReport run = play(strategy, tickets);
      runs.add(run);
      listener.runEnded(run);
    }
    long seed = source instanceof TicketSource.Generated generated ? generated.seed() : 0;
    return new ScenarioReport(
        seed,
        tickets.size(),
        modelReport(),
        tuning.threshold(),
        prices(),
        runs,
        Reports.saved(runs));
  }

  private RunReport play(StrategyName name, List<NewTicket> tickets) {
    String task = DeskTask.forTickets(tickets.size());
    var watch = new TaskWatch(task);
    try (TicketStore store = TicketStore.inMemory();
        KnowledgeBase knowledge = KnowledgeBase.standard();
        ModelServer server =
            new ModelServer(modelChoice, catalog, exchange -> watched(exchange, watch))) {
      store.add(tickets);
      var words = new Site.Words(task, DeskTask.summaryPrompt());
      Site site = new DeskSite(store, Tools.of(new DeskTools(store, knowledge)), words);
      var recording = new Recording(new Progress(listener, store, tickets.size()));
      Played played =
          strategy(name, server).play(new Bench(site, server.model(modelName()), recording));
      return Reports.run(
          name.label(), played, store, watch.alwaysInView(), new PriceList(catalog, modelName()));
    }
  }

  private void watched(Exchange exchange, TaskWatch watch) {
    watch.sent(exchange.requestJson());
    listener.exchange(exchange);
  }

  private Strategy strategy(StrategyName name, ModelServer server) {
    return switch (name) {
      case BASELINE -> new OneConversation(Compaction.none(), tuning.mostDollars());
      case TUTORIAL -> new Tutorial(tuning);
      case SUMMARY -> conversation(tuning.summary(), server);
      case RECAP -> conversation(tuning.ladder(), server);
      case RECALL -> conversation(tuning.ladder(), server).recalling();
      case PER_TICKET -> new PerTicket();
    };
  }

  private OneConversation conversation(Compaction compaction, ModelServer server) {
    String writer = tuning.summaries().model();
    return new OneConversation(
        writer == null ? compaction : compaction.summaryModel(server.model(writer)),
        tuning.mostDollars());
  }

  private @Nullable Prices prices() {
    return catalog.profile(modelName()).prices();
  }

  private String modelName() {
    return switch (modelChoice) {
      case ModelChoice.Simulator simulator -> simulator.pricedAs();
      case ModelChoice.InProcess inProcess -> inProcess.pricedAs();
      case ModelChoice.Anthropic real -> real.name();
    };
  }

  private ScenarioReport.ModelReport modelReport() {
    return switch (modelChoice) {
      case ModelChoice.Simulator simulator -> simulated(simulator.behaviour());
      case ModelChoice.InProcess inProcess -> simulated(inProcess.behaviour());
      case ModelChoice.Anthropic real ->
          new ScenarioReport.ModelReport(real.name(), false, real.name(), "");
    };
  }

  private ScenarioReport.ModelReport simulated(Behaviour behaviour) {
    return new ScenarioReport.ModelReport(
        "simulator", true, modelName(), behaviour.summaryMode().wireName());
  }

  /** Tells the listener how many tickets are completed after each turn. */
  private record Progress(ScenarioListener listener, TicketStore store, int total)
      implements ScenarioListener {
    @Override
    public void appended(Entry entry) {
      listener.appended(entry);
    }

    @Override
    public void turn(PlayedTurn turn) {
      listener.turn(turn);
      listener.progress(store.counts().completed(), total);
    }

    @Override
    public void compaction(PlayedCompaction compaction) {
      listener.compaction(compaction);
    }

    @Override
    public void decision(PlayedDecision decision) {
      listener.decision(decision);
    }
  }
}
