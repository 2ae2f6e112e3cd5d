package dev.recap.testing;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Stage;
import dev.recap.compactor.Compactor;
import dev.recap.head.HeadWriter;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.work.Opening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what leaves out of a story's view. */
public final class Compacting {
  private static final long ROOM = 1_000;

  private Compacting() {}

  /** These turns leave and the head stands for them. */
  public static void leave(Story story, Integer... turns) {
    leave(story, null, turns);
  }

  /** The same with a summary that stands for them. */
  public static void leaveWithSummary(
      Story story, String summary, List<Opening> covered, Integer... turns) {
    leave(story, new HeadBlock(HeadBlock.Kind.SUMMARY, summary, covered, null), turns);
  }

  private static void leave(Story story, @Nullable HeadBlock summary, Integer... turns) {
    Set<Integer> leaving = Arrays.stream(turns).collect(Collectors.toSet());
    var rules = new HeadWriter.Rules(true, ROOM, false);
    HeadWriter.Head head =
        new HeadWriter(story.view(), story.ledger(), rules).without(leaving, 0, summary);
    var report = new Compacted.Report(0, 0, 0, 0, null);
    story.then(
        new Compacted(
            "test",
            head.blocks(),
            head.rollUp(),
            new Left(leaving, List.of(), Set.of(), 0),
            report));
  }

  /** What a stage brings when as few tokens as can be are wanted; it happens to the story. */
  public static List<Compacted> forced(Story story, Stage stage, boolean recall) {
    List<Entry> appended = new ArrayList<>();
    compactor(Compaction.atTokens(Long.MAX_VALUE).stages(stage), recall)
        .force(projected(story, appended));
    return told(story, appended);
  }

  /** What a stage brings at a threshold of so many tokens, any gain being enough. */
  public static List<Compacted> due(Story story, Stage stage, long threshold) {
    List<Entry> appended = new ArrayList<>();
    compactor(Compaction.atTokens(threshold).minimumGain(0).stages(stage), false)
        .beforeRequest(projected(story, appended));
    return told(story, appended);
  }

  private static Compactor compactor(Compaction compaction, boolean recall) {
    var frame = new RequestFrame("", List.of(), 1_000, recall ? "recall" : "");
    return new Compactor(compaction, frame, new ScriptedModel(), new SettableClock(Story.NOON));
  }

  private static ProjectedJournal projected(Story story, List<Entry> appended) {
    Journal journal = Journal.inMemory();
    story.entries().forEach(journal::append);
    return new ProjectedJournal(journal, 0, appended::add);
  }

  private static List<Compacted> told(Story story, List<Entry> appended) {
    appended.forEach(story::then);
    return appended.stream()
        .filter(Compacted.class::isInstance)
        .map(Compacted.class::cast)
        .toList();
  }
}
