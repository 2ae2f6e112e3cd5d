package dev.recap.context;

import dev.recap.journal.Compacted;
import dev.recap.journal.HeadBlock;
import dev.recap.testing.Story;
import dev.recap.work.Opening;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes turns out of a story's view. */
final class Compacting {
  private Compacting() {}

  static void leave(Story story, Integer... turns) {
    leave(story, null, turns);
  }

  static void leaveWithSummary(Story story, String notes, List<Opening> covered, Integer... turns) {
    leave(story, new HeadBlock(HeadBlock.Kind.SUMMARY, notes, covered), turns);
  }

  private static void leave(Story story, @Nullable HeadBlock notes, Integer... turns) {
    Set<Integer> leaving = Arrays.stream(turns).collect(Collectors.toSet());
    HeadWriter.Head head = new HeadWriter(story.view(), story.ledger()).without(leaving, notes);
    story.then(
        new Compacted(
            "test", head.blocks(), head.rollUp(), leaving, new Compacted.Report(0, 0, 0, 0)));
  }
}
