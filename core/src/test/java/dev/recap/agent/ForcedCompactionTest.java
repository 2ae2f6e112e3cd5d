package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static dev.recap.agent.Seen.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Compacted;
import dev.recap.journal.SummaryAsked;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForcedCompactionTest {
  private final PaintShop shop = new PaintShop();

  private Run run(ScriptedModel model) {
    return Agent.builder(model)
        .tools(shop)
        .compaction(Compaction.atTokens(1_000_000))
        .build()
        .start("Paint everything.");
  }

  private static Replies looksUpAtLength() {
    return calls("look_up", "{'words':'%s'}".formatted("word ".repeat(500)));
  }

  private static Iterator<Turn> compactedAfterThree(Run run) {
    Iterator<Turn> turns = run.iterator();
    turns.next();
    turns.next();
    turns.next();
    run.compact();
    return turns;
  }

  private static List<String> stages(Run run) {
    return entries(run.journal(), Compacted.class).stream().map(Compacted::stage).toList();
  }

  @Test
  void happensOnceBeforeTheNextRequestAndNotBefore() {
    try (var model =
        model(
            opens(),
            looksUpAtLength(),
            paints("T-1"),
            Replies.saying("T-1 is red."),
            paints("T-1"),
            Replies.saying("Done."))) {
      Run run = run(model);
      Iterator<Turn> turns = compactedAfterThree(run);
      assertThat(stages(run)).isEmpty();
      turns.next();
      assertThat(stages(run)).containsExactly("summarize");
      run.result();

      assertThat(stages(run)).hasSize(1);
      assertThat(shop.done).hasSize(4).endsWith("painted T-1 RED", "painted T-1 RED");
    }
  }

  @Test
  void cutsWhenTheSummaryIsOfNoUse() {
    try (var model =
        model(
            opens(),
            looksUpAtLength(),
            paints("T-1"),
            Replies.saying(""),
            finishes("T-1"),
            Replies.saying("Done."))) {
      Run run = run(model);
      compactedAfterThree(run);
      run.result();

      assertThat(run.journal().entries())
          .filteredOn(SummaryAsked.class::isInstance)
          .allMatch(entry -> !((SummaryAsked) entry).adopted());
      assertThat(stages(run)).containsExactly("trim", "fold");
      assertThat(shop.done).endsWith("finished T-1");
    }
  }

  @Test
  void changesNothingBeforeTheFirstReply() {
    try (var model = model(Replies.saying("Nothing to paint."))) {
      Run run = run(model);
      run.compact();

      assertThat(run.result()).isInstanceOf(RunResult.Answered.class);
      assertThat(stages(run)).isEmpty();
    }
  }

  @Test
  void isRefusedOnceTheRunHasEnded() {
    try (var model = model(Replies.saying("Nothing to paint."))) {
      Run run = run(model);
      run.result();

      assertThatThrownBy(run::compact)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the run has ended");
    }
  }
}
