package dev.recap.head;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.testing.Compacting;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import java.util.List;

/** A story of things to paint, and the head that stands for what has left. */
abstract class HeadFixture {
  final Story story = Story.of("Paint.");

  List<String> texts(Kind kind) {
    return story.view().head(kind).stream().map(HeadBlock::text).toList();
  }

  List<Kind> kinds() {
    return story.view().head().stream().map(HeadBlock::kind).toList();
  }

  static Step finishesRed(String item) {
    return finishes(item, new Fact("color", "red", Fact.Kind.CHOICE));
  }

  /** One item, opened, painted and finished in a turn of its own, which leaves. */
  void wholeItem(int number) {
    story.turn(opens("T-" + number), paints("T-" + number, "red"), finishesRed("T-" + number));
    Compacting.leave(story, number);
  }
}
