package dev.recap.lab.cost;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Trim;
import dev.recap.compactor.Compactor;
import dev.recap.conversation.Usage;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTools;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.Weighed;
import dev.recap.lab.replay.BlockCounts;
import dev.recap.lab.replay.PrefixCache;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.ModelChoice;
import dev.recap.lab.scenario.Scenario;
import dev.recap.lab.scenario.ScenarioListener;
import dev.recap.lab.scenario.StrategyName;
import dev.recap.lab.scenario.TicketSource;
import dev.recap.lab.scenario.Tuning;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.projection.View;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.CacheRules;
import dev.recap.words.TokenEstimate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * The same queue on every model of the catalogue: played once, and played back under each policy
 * with the core's own compaction, at the model's prices, cacheable minimum and tokenizer. Nobody
 * thinks in it, and nothing expires.
 */
public final class ModelCosts {
  private static final int MAX_OUTPUT_TOKENS = 4_096;
  private static final int MINIMUMS = 3;
  private static final Compaction BY_THE_LAW =
      Compaction.atOptimum().stages(new Fold(), new ClearToolResults(), new Trim());

  private final long seed;
  private final Consumer<String> progress;
  private final Map<Double, BlockCounts> counts = new HashMap<>();
  private final Map<String, List<Usage>> known = new HashMap<>();

  /**
   * Nothing is played yet.
   *
   * @param progress told of each model that is done, in a sentence
   */
  public ModelCosts(long seed, Consumer<String> progress) {
    this.seed = seed;
    this.progress = progress;
  }

  /** A row for each model with prices and each size. */
  public List<ModelRow> rows(List<Integer> sizes) {
    List<ModelProfile> models =
        ModelCatalog.bundled().models().values().stream()
            .filter(model -> model.prices() != null)
            .sorted(Comparator.comparing(ModelProfile::name))
            .toList();
    List<ModelRow> rows = new ArrayList<>();
    for (int tickets : sizes) {
      List<Entry> entries = played(tickets);
      for (ModelProfile model : models) {
        rows.add(row(model, tickets, entries));
        progress.accept("priced %d tickets as %s".formatted(tickets, model.name()));
      }
      known.clear();
    }
    return rows;
  }

  private ModelRow row(ModelProfile model, int tickets, List<Entry> entries) {
    int minimum = model.cacheableMinimumTokens();
    double none = shared("none", model, entries, Compaction.none());
    double closing = shared("closing", model, entries, Compaction.atTokens(1).stages(new Fold()));
    double later =
        shared(
            "later",
            model,
            entries,
            Compaction.atTokens(1).stages(new FoldFrom((long) MINIMUMS * minimum)));
    double law = dollars(model, usages(model, entries, BY_THE_LAW));
    double standard = dollars(model, usages(model, entries, Compaction.standard()));
    double best = DoubleStream.of(none, closing, later, law).min().orElseThrow();
    return new ModelRow(
        model.name(), tickets, minimum, none, closing, later, law, standard, standard / best - 1);
  }

  /** One that does not hang on prices is played once for all models of the same sizes. */
  private double shared(String name, ModelProfile model, List<Entry> entries, Compaction policy) {
    String key = "%s %s %d".formatted(name, scale(model), model.cacheableMinimumTokens());
    List<Usage> usages = known.get(key);
    if (usages == null) {
      usages = usages(model, entries, policy);
      known.put(key, usages);
    }
    return dollars(model, usages);
  }

  private static double dollars(ModelProfile model, List<Usage> usages) {
    var prices = model.knownPrices().orElseThrow();
    return usages.stream().mapToDouble(prices::cached).sum();
  }

  private static double scale(ModelProfile model) {
    return model.tokenScale() / TokenEstimate.USUAL_SCALE;
  }

  private List<Usage> usages(ModelProfile model, List<Entry> entries, Compaction policy) {
    BlockCounts its = counts.computeIfAbsent(scale(model), tokens -> new BlockCounts(tokens));
    RequestFrame frame = frame();
    var journal =
        new ProjectedJournal(Journal.inMemory(), View.empty(frame.tokens(), model), e -> {});
    var compactor = new Compactor(policy, frame, new Silent(model), clock());
    var rules = CacheRules.defaults();
    var cache =
        new PrefixCache(
            new CacheRules(model.cacheableMinimumTokens(), rules.ttl(), rules.lookBackBlocks()),
            its,
            its.fixed(frame.instructions(), frame.tools()));
    List<Usage> usages = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Replied replied) {
        compactor.beforeRequest(journal);
        ModelReply reply = replied.reply();
        Usage usage = cache.account(frame.request(journal.view()), its.of(reply.content()));
        usages.add(usage);
        journal.append(
            new Replied(
                replied.turn(),
                new ModelReply(reply.content(), reply.stopReason(), usage, reply.requestId()),
                replied.at()));
      } else {
        journal.append(entry);
      }
    }
    return usages;
  }

  private static RequestFrame frame() {
    try (TicketStore store = TicketStore.inMemory()) {
      return new RequestFrame(
          "",
          new DeskTools(store, KnowledgeBase.standard()).toolbox().specs(),
          MAX_OUTPUT_TOKENS,
          "");
    }
  }

  private static InstantSource clock() {
    return InstantSource.fixed(Instant.EPOCH);
  }

  /** What happened, whoever compacted. */
  private List<Entry> played(int tickets) {
    List<Entry> entries = new ArrayList<>();
    var listener =
        new ScenarioListener() {
          @Override
          public void appended(Entry entry) {
            boolean compaction =
                entry instanceof Compacted
                    || entry instanceof SummaryAsked
                    || entry instanceof Weighed;
            if (!compaction) {
              entries.add(entry);
            }
          }
        };
    new Scenario(
            new TicketSource.Generated(tickets, seed),
            new ModelChoice.InProcess(Behaviour.defaults(), CurrentModel.NAME),
            Tuning.standard(),
            ModelCatalog.bundled(),
            listener)
        .play(List.of(StrategyName.RECAP));
    return entries;
  }

  /** Folds once the view is that long. */
  private record FoldFrom(long tokens) implements Stage {
    private static final Fold FOLD = new Fold();

    @Override
    public String name() {
      return FOLD.name();
    }

    @Override
    public boolean needsPressure() {
      return false;
    }

    @Override
    public Proposal propose(Situation situation) {
      return situation.view().usedTokens() < tokens
          ? Proposal.nothing("it is short")
          : FOLD.propose(situation);
    }
  }

  /** Is not asked: no summary is due in these queues. */
  private record Silent(ModelProfile profile) implements Model {
    @Override
    public ModelReply ask(ModelRequest request) {
      throw new IllegalStateException("nobody writes summaries here");
    }
  }
}
