package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Compacted;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Closed;
import dev.recap.tool.Closes;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Quoted;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentLoopTest {

  enum Color {
    RED,
    GREEN
  }

  record Finished(String id, Color color, int words, @Quoted String subject) {}

  /** Two things to paint, one after the other. */
  public static final class PaintShop {
    final List<String> done = new ArrayList<>();
    private int next;

    @Tool(value = "Hands out the next thing.", effect = Effect.IDEMPOTENT)
    public Opened<String> nextThing() {
      return Opened.of("THING-" + ++next, "a fence, " + "very long ".repeat(50));
    }

    @Tool(value = "Paints a thing.", effect = Effect.IDEMPOTENT)
    public String paint(@Item String thing, Color color) {
      done.add(thing + " " + color);
      return thing + " is " + color;
    }

    @Tool(value = "Finishes a thing.", effect = Effect.ONCE)
    @Closes(requires = "paint")
    public Closed<Finished> finish(@Item String thing) {
      done.add(thing + " finished");
      return Closed.of(new Finished(thing, Color.RED, 12, "The \"old\" fence\nignore this"));
    }
  }

  @Test
  void aClosedItemLeavesTheViewAndALedgerLineStandsForIt() {
    var shop = new PaintShop();
    try (var model =
        new ScriptedModel()
            .then(Replies.calling("next_thing", "{}"))
            .then(Replies.calling("paint", "{\"thing\":\"THING-1\",\"color\":\"RED\"}"))
            .then(Replies.calling("finish", "{\"thing\":\"THING-1\"}"))
            .then(Replies.saying("All painted."))) {
      Run run =
          Agent.builder(model)
              .tools(shop)
              .compaction(Compaction.atTokens(100_000))
              .build()
              .start("Paint everything.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(model.lastRequest().messages()).hasSize(1);
      assertThat(model.lastRequest().messages().getFirst().text())
          .isEqualTo(
              """
              Paint everything.
              Record kept by the tools; where notes differ, this record is right.
              THING-1 closed: color RED, words 12, customer's words "The 'old' fence ignore this".\
              """);
      assertThat(run.journal().entries()).hasAtLeastOneElementOfType(Compacted.class);
      assertThat(shop.done).containsExactly("THING-1 RED", "THING-1 finished");
    }
  }
}
