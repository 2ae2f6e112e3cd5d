package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolResult;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import org.junit.jupiter.api.Test;

/** A closing call is not made before what it requires is confirmed in this opening. */
class ClosingRequirementTest {
  private final PaintShop shop = new PaintShop();

  /** Sells what was painted. */
  public final class Market {
    @Tool(value = "Sells a thing that was painted.", effect = Effect.ONCE, requires = "paint")
    public Closed<String> sell(@Item String thing) {
      shop.done.add("sold " + thing);
      return Closed.of("sold");
    }
  }

  private void run(ScriptedModel model) {
    Agent.builder(model)
        .tools(shop, new Market())
        .compaction(Compaction.none())
        .build()
        .start("Go.")
        .result();
  }

  private static ToolResult lastAnswer(ScriptedModel model) {
    return lastResults(model).getLast();
  }

  private final Replies ok = Replies.saying("Ok.");
  private final Replies sells = calls("sell", "{'thing':'T-1'}");

  @Test
  void isNotCalledBeforeTheyAreConfirmedAndNamesThem() {
    try (var model = model(opens(), sells, ok)) {
      run(model);

      assertThat(shop.done).containsExactly("opened T-1");
      assertThat(lastAnswer(model).error()).isTrue();
      assertThat(lastAnswer(model).content())
          .isEqualTo("sell was not called. T-1 still to do before sell: paint.");
    }
  }

  @Test
  void isCalledAfterThemAlsoInTheSameReply() {
    Replies paintsAndSells = paints("T-1").andCalling("sell", "{\"thing\":\"T-1\"}");
    try (var model = model(opens(), paintsAndSells, ok)) {
      run(model);

      assertThat(shop.done).containsExactly("opened T-1", "painted T-1 RED", "sold T-1");
    }
  }

  @Test
  void wantsThemInThisOpening() {
    try (var model =
        model(
            opens(),
            paints("T-1"),
            finishes("T-1"),
            calls("reopen", "{'thing':'T-1'}"),
            sells,
            ok)) {
      run(model);

      assertThat(lastAnswer(model).content())
          .contains("T-1 (opening 2) still to do before sell: paint.");
    }
  }

  @Test
  void ofAnItemThatNobodyHasTouchedIsNotCalledEither() {
    try (var model = model(sells, ok)) {
      run(model);

      assertThat(shop.done).isEmpty();
    }
  }

  @Test
  void isAnsweredByTheReceiptOnceItIsDone() {
    try (var model = model(opens(), paints("T-1"), sells, sells, ok)) {
      run(model);

      assertThat(lastAnswer(model).content()).startsWith("T-1 is closed already");
    }
  }
}
