package dev.recap.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Entry;
import dev.recap.ledger.Ledger;
import dev.recap.ledger.OpeningRecord;
import dev.recap.projection.View;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import dev.recap.work.WorkItem;
import java.util.List;

/** A story of which an item is erased. */
abstract class Erasing {
  final Story story = Story.of("Paint what T-1 and T-11 say.");
  Erasure erasure = new Erasure(List.of(), new Entry.Erased(new WorkItem("-"), "-", Story.NOON, 0));

  final void erase(String item) {
    erasure =
        Erasure.of(
            story.entries(),
            new WorkItem(item),
            "Pat",
            Story.NOON,
            "a secret of 16+ bytes".getBytes(UTF_8));
  }

  final String name() {
    return erasure.done().item().key();
  }

  final OpeningRecord record() {
    return Ledger.of(erasure.entries()).latest(erasure.done().item()).orElseThrow();
  }

  final List<HeadBlock> head(Kind kind) {
    return View.of(erasure.entries(), 0).head(kind);
  }

  static Fact color(String value) {
    return new Fact("color", value, Fact.Kind.CHOICE);
  }
}
