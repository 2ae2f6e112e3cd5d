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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Purse purse;

  /**
   * Nothing is asked yet.
   *
   * @throws IllegalArgumentException when there is a limit in dollars and nobody knows what a model
   *     costs
   */
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
    this.purse = new Purse(tuning.mostDollars());
    if (purse.isLimited()) {
      PaidModel.known(catalog.profile(modelName()));
      Optional.ofNullable(tuning.summaries().model())
          .ifPresent(writer -> PaidModel.known(catalog.profile(writer)));
    }
  }

  /** Plays and reports, and keeps nothing else. */
  public ScenarioReport play(List<StrategyName> strategies) {
    return play(strategies, Journals.IN_MEMORY);
  }

  /**
   * Plays and reports.
   *
   * @param journals where the conversations go on record
   * @throws dev.recap.model.ModelException when the model fails for good
   */
  public ScenarioReport play(List<StrategyName> strategies, Journals journals) {
    List<NewTicket> tickets = source.tickets();
    List<RunReport> runs = new ArrayList<>();
    for (StrategyName strategy : strategies) {
      listener.runStarted(strategy);
      RunReport run = play(strategy, tickets, journals);
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

  private RunReport play(StrategyName name, List<NewTicket> tickets, Journals journals) {
    String task = DeskTask.forTickets(tickets.size());
    var watch = new TaskWatch(task);
    try (TicketStore store = TicketStore.inMemory();
        ModelServer server =
            new ModelServer(modelChoice, catalog, purse, exchange -> watched(exchange, watch))) {
      store.add(tickets);
      var words = new Site.Words(task, DeskTask.summaryPrompt());
      Site site =
          new DeskSite(store, new DeskTools(store, KnowledgeBase.standard()).toolbox(), words);
      var recording = new Recording(new Progress(listener, store, tickets.size()));
      var bench =
          new Bench(
              site,
              server.model(modelName()),
              recording,
              () -> journals.open(name.label(), site.toolbox().specs()));
      Played played = played(strategy(name, server), bench);
      return Reports.run(
          name.label(), played, store, watch.alwaysInView(), new PriceList(catalog, modelName()));
    }
  }

  /** Without money a run stops where it is; what it did so far is worth telling. */
  private static Played played(Strategy strategy, Bench bench) {
    try {
      return strategy.play(bench);
    } catch (PurseEmpty stopped) {
      return bench.recording().ended("", "stopped: " + stopped.getMessage());
    }
  }

  private void watched(Exchange exchange, TaskWatch watch) {
    watch.sent(exchange.requestJson());
    listener.exchange(exchange);
  }

  private Strategy strategy(StrategyName name, ModelServer server) {
    return switch (name) {
      case BASELINE -> new OneConversation(Compaction.none());
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
        writer == null ? compaction : compaction.summaryModel(server.model(writer)));
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
          new ScenarioReport.ModelReport(
              real.name(),
              false,
              real.name(),
              "",
              new ScenarioReport.Asked(real.day().toString(), real.baseUrl()));
    };
  }

  private ScenarioReport.ModelReport simulated(Behaviour behaviour) {
    return new ScenarioReport.ModelReport(
        "simulator", true, modelName(), behaviour.summaryMode().wireName(), null);
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
