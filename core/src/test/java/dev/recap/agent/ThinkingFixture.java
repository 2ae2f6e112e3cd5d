package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.ForgetThinking;
import dev.recap.compaction.Trim;
import dev.recap.journal.Journal;
import dev.recap.journal.ThinkingVoided;
import dev.recap.testing.Replies;
import java.util.List;

/** Two things to paint by a model that thinks, and what became of its thinking. */
abstract class ThinkingFixture {
  static final Compaction WITHOUT_A_SUMMARY =
      Compaction.atTokens(1_000)
          .stages(new Fold(), new ForgetThinking(), new ClearToolResults(), new Trim());

  final PaintShop shop = new PaintShop();
  final Journal journal = Journal.inMemory();

  AgentBuilder agent(ThoughtfulModel model) {
    return Agent.builder(model).instructions("Be kind.").tools(shop);
  }

  static Replies looks() {
    return calls("look_up", "{'words':'%s'}".formatted("glue ".repeat(40)));
  }

  /** Two things, each fetched, looked up, painted and finished. */
  static ThoughtfulModel twoThings() {
    return new ThoughtfulModel(
        model(
            opens(),
            looks(),
            paints("T-1"),
            finishes("T-1"),
            opens(),
            looks(),
            paints("T-2"),
            finishes("T-2"),
            Replies.saying("All painted.")));
  }

  List<ThinkingVoided> voided() {
    return journal.entries().stream()
        .filter(ThinkingVoided.class::isInstance)
        .map(ThinkingVoided.class::cast)
        .toList();
  }
}
