package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import org.junit.jupiter.api.Test;

/**
 * A stock count once counted for ever: the record of an open warehouse kept the last count alone,
 * whichever article it was of, and said that nothing was left to do.
 */
class PartsOfAnItemTest {
  private static final String LONG = "shelf ".repeat(300);

  static final class Warehouse {
    @Tool(value = "Hands out a warehouse.", effect = Effect.IDEMPOTENT)
    public Opened<String> nextWarehouse() {
      return Opened.of("WH-1", "three articles");
    }

    @Tool(value = "Looks at a shelf.", effect = Effect.READ_ONLY)
    public String lookAtShelf(@Item String warehouse) {
      return LONG;
    }

    @Tool(value = "Records a count.", effect = Effect.IDEMPOTENT)
    public String recordCount(@Item String warehouse, @Key String sku, int count) {
      return "recorded";
    }

    @Tool(value = "Signs off.", effect = Effect.ONCE, requires = "record_count")
    public Closed<String> signOff(@Item String warehouse) {
      return Closed.of("signed");
    }
  }

  private static Replies counts(String sku, int count) {
    return calls(
        "record_count", "{'warehouse':'WH-1','sku':'%s','count':%d}".formatted(sku, count));
  }

  /** What the model is told once all but the last turn have left. */
  private static String head(String notes, Replies... counts) {
    try (ScriptedModel model = model(calls("next_warehouse", "{}"))) {
      for (Replies count : counts) {
        model.then(count);
      }
      model.then(calls("look_at_shelf", "{'warehouse':'WH-1'}"));
      model.then(calls("look_at_shelf", "{'warehouse':'WH-1'}"));
      model.then(Replies.saying(notes));
      model.then(Replies.saying("Done."));
      try (Run run =
          Agent.builder(model)
              .tools(new Warehouse())
              .compaction(Compaction.atTokens(1_000_000))
              .build()
              .start("Count.")) {
        var turns = run.iterator();
        for (int i = 0; i < counts.length + 3; i++) {
          turns.next();
        }
        run.compact();
        run.result();
        return model.lastRequest().messages().getFirst().text();
      }
    }
  }

  @Test
  void standEachWithItsLastValue() {
    assertThat(head("Counting.", counts("A-1", 5), counts("B-2", 7), counts("A-1", 6)))
        .contains("record_count (sku A-1, count 6), record_count (sku B-2, count 7)")
        .doesNotContain("count 5");
  }

  @Test
  void areNotSaidToBeAllDoneBecauseOneIs() {
    assertThat(head("Counting.", counts("A-1", 5))).doesNotContain("still to do before sign_off");
  }

  @Test
  void areNotCorrectedByTheValueOfAnother() {
    assertThat(head("WH-1: count of A-1 is 5.", counts("A-1", 5), counts("B-2", 7)))
        .doesNotContain("the notes say");
  }
}
