package dev.recap.agent;

import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.testing.Replies;
import dev.recap.testing.Story;
import dev.recap.work.WorkItem;
import org.junit.jupiter.api.Test;

/** A conversation goes on when an item was erased from its journal. */
class ErasedRunTest {
  private final PaintShop shop = new PaintShop();
  private final Journal journal = Journal.inMemory();

  private Entry.Erased erase(String item) {
    return Agent.erase(journal, new WorkItem(item), "Pat", Story.NOON);
  }

  @Test
  void withoutAWordOfIt() {
    try (var model =
        model(
            opens(),
            mails("winterbottom"),
            Replies.saying("Mailed Winterbottom about T-1."),
            Replies.saying("Nothing."))) {
      Agent agent = Agent.builder(model).tools(shop).build();
      agent.start(journal, "Tell the owner of T-1.").result();
      Entry.Erased erased = erase("T-1");

      assertThat(agent.send(journal, "What is left?").result())
          .isEqualTo(new RunResult.Answered("Nothing."));
      assertThat(model.lastRequest().messages().toString())
          .doesNotContainIgnoringCase("winterbottom")
          .doesNotContain("T-1")
          .contains("Tell the owner of %s.".formatted(erased.item()));
      assertThat(shop.done).containsExactly("opened T-1", "mailed winterbottom");
    }
  }

  @Test
  void andARunThatWasLeftIsResumed() {
    try (var model = model(opens(), mails("ann"), Replies.saying("Done."))) {
      Agent agent = Agent.builder(model).tools(shop).build();
      Run left = agent.start(journal, "Mail the owner.");
      left.iterator().next();
      left.close();
      erase("T-1");

      assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Done."));
      assertThat(shop.done).containsExactly("opened T-1", "mailed ann");
    }
  }

  @Test
  void whereAJournalCannotReplaceItsEntriesItSaysSo() {
    Journal fixed = new JournalOver(journal);
    try (var model = model(opens(), Replies.saying("Done."))) {
      Agent.builder(model).tools(shop).build().start(journal, "Look.").result();

      assertThatThrownBy(() -> Agent.erase(fixed, new WorkItem("T-1"), "Pat", Story.NOON))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("cannot replace its entries, so nothing can be erased from it");
    }
  }
}
