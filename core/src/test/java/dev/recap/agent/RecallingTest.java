package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.model.ModelRequest;
import dev.recap.model.ToolSpec;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An agent that may ask for what has left its view. */
class RecallingTest {
  private static final Compaction LADDER = Compaction.atTokens(5_000);

  private static AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(new PaintShop()).compaction(LADDER);
  }

  private static List<String> tools(ModelRequest request) {
    return request.tools().stream().map(ToolSpec::name).toList();
  }

  @Nested
  class TheTool {
    @Test
    void isThereFromTheFirstRequestOn() {
      try (var model = model(opens(), finishes("T-1"), Replies.saying("Done."))) {
        agent(model).build().start("Paint.").result();

        assertThat(model.requests()).allMatch(request -> tools(request).getLast().equals("recall"));
      }
    }

    @Test
    void isNotThereWhenItIsSwitchedOff() {
      try (var model = model(Replies.saying("Done."))) {
        agent(model).withoutRecall().build().start("Paint.").result();

        assertThat(tools(model.lastRequest())).doesNotContain("recall");
      }
    }

    @Test
    void isNotThereWhenNothingCanBeDropped() {
      try (var model = model(Replies.saying("Done."))) {
        agent(model).compaction(Compaction.none()).build().start("Paint.").result();

        assertThat(tools(model.lastRequest())).doesNotContain("recall");
      }
    }

    @Test
    void cannotShareItsNameWithOneOfTheCallers() {
      var builder = Agent.builder(new ScriptedModel()).tools(new Remembers()).compaction(LADDER);

      assertThatThrownBy(() -> builder.build())
          .hasMessageContaining("'recall'")
          .hasMessageContaining("withoutRecall()");
      assertThat(builder.withoutRecall().build()).isNotNull();
    }
  }

  /** A tool that a caller has named like ours. */
  static final class Remembers {
    @Tool(value = "Remembers.", effect = Effect.READ_ONLY)
    public String recall() {
      return "";
    }
  }

  @Nested
  class ACall {
    @Test
    void isAnsweredFromTheRunsOwnJournal() {
      try (var model =
          model(
              opens(),
              paints("T-1"),
              finishes("T-1"),
              calls("recall", "{'item':'T-1','words':'paint'}"),
              Replies.saying("Done."))) {
        agent(model).build().start("Paint.").result();

        assertThat(lastResult(model))
            .contains("turn 2, paint {\"thing\":\"T-1\",\"color\":\"red\"}: \"T-1 is RED\"");
      }
    }

    @Test
    void withNothingToLookForListsTheClosedItems() {
      try (var model =
          model(
              opens(),
              paints("T-1"),
              finishes("T-1"),
              calls("recall", "{}"),
              Replies.saying("Done."))) {
        agent(model).build().start("Paint.").result();

        var result = lastResults(model).getFirst();
        assertThat(result.error()).isFalse();
        assertThat(result.content())
            .startsWith("Closed items, newest first, page 1 of 1 (1 in all):\nT-1 closed: ");
      }
    }

    @Test
    void maySayTheSameToTheCaller() {
      try (var model = model(opens(), finishes("T-1"), Replies.saying("Done."))) {
        var run = agent(model).build().start("Paint.");
        run.result();

        assertThat(run.recall("", "")).contains("T-1 closed: ");
        assertThat(run.recall("T-1", "")).contains("turn 1, next_thing");
      }
    }
  }
}
