package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A turn costs what its view costs, however long the journal is. */
class JournalReadingTest {
  /** Counts how often it is read. */
  private static final class Counting extends JournalOver {
    private int reads;

    Counting() {
      super(Journal.inMemory());
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      reads++;
      super.read(from, each);
    }
  }

  private final Counting journal = new Counting();

  private Run start(ScriptedModel model) {
    return Agent.builder(model)
        .tools(new PaintShop())
        .compaction(Compaction.atTokens(5_000))
        .build()
        .start(journal, "Look.");
  }

  private static Replies looks() {
    return calls("look_up", "{'words':'glue'}");
  }

  @Test
  void theTurnsOfARunReadNoJournal() {
    try (var model = model(looks(), looks(), looks(), Replies.saying("Done."))) {
      Run run = start(model);
      int atTheStart = journal.reads;
      run.result();

      assertThat(journal.reads).isEqualTo(atTheStart);
    }
  }

  @Test
  void onlyRecallDoes() {
    try (var model = model(calls("recall", "{'words':'glue'}"), Replies.saying("Done."))) {
      Run run = start(model);
      int atTheStart = journal.reads;
      run.result();

      assertThat(journal.reads).isEqualTo(atTheStart + 1);
    }
  }
}
