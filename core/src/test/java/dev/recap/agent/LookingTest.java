package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Looking at a closed item is not opening it; a tool that changes something may hand it out again.
 */
class LookingTest {

  static final class Invoices {
    final List<String> paid = new ArrayList<>();

    @Tool(value = "Shows an invoice.", effect = Effect.READ_ONLY)
    public Opened<String> show(@Item String invoice) {
      return Opened.of(invoice, invoice + ": 100 EUR");
    }

    @Tool(value = "Shows the newest invoice.", effect = Effect.READ_ONLY)
    public Opened<String> showNewest() {
      return Opened.of("I-1", "I-1: 100 EUR");
    }

    @Tool(
        value = "Takes the next invoice, also one that was sent back.",
        effect = Effect.IDEMPOTENT)
    public Opened<String> next() {
      return Opened.of("I-1", "I-1: 100 EUR");
    }

    @Tool(value = "Pays.", effect = Effect.ONCE)
    public String pay(@Item String invoice) {
      paid.add(invoice);
      return "paid";
    }

    @Tool(value = "Files.", effect = Effect.ONCE)
    public Closed<String> file(@Item String invoice) {
      return Closed.of("filed");
    }
  }

  private final Invoices invoices = new Invoices();

  private static Replies on(String tool) {
    return calls(tool, "{'invoice':'I-1'}");
  }

  private String paidAgainAfter(Replies look) {
    try (ScriptedModel model =
        model(on("show"), on("pay"), on("file"), look, on("pay"), Replies.saying("Done."))) {
      Run run =
          Agent.builder(model).tools(invoices).compaction(Compaction.none()).build().start("Go.");
      run.result();
      return model.requests().get(4).messages().getLast().results().getFirst().content();
    }
  }

  @Test
  void aLookAtAClosedInvoiceDoesNotLetItBePaidAgain() {
    String told = paidAgainAfter(on("show"));

    assertThat(invoices.paid).containsExactly("I-1");
    assertThat(told)
        .isEqualTo("I-1: 100 EUR\n[I-1 is closed; looking at it does not open it again]");
  }

  @Test
  void norDoesOneThatNamesNoInvoice() {
    paidAgainAfter(calls("show_newest", "{}"));

    assertThat(invoices.paid).containsExactly("I-1");
  }

  @Test
  void onlyAToolThatChangesSomethingHandsItOutAgain() {
    paidAgainAfter(calls("next", "{}"));

    assertThat(invoices.paid).containsExactly("I-1", "I-1");
  }

  @Test
  void theFirstLookBeginsTheWork() {
    try (ScriptedModel model = model(on("show"), Replies.saying("Done."))) {
      Run run =
          Agent.builder(model).tools(invoices).compaction(Compaction.none()).build().start("Go.");
      run.result();

      assertThat(run.ledger().latest(new WorkItem("I-1")).orElseThrow().isOpen()).isTrue();
    }
  }
}
