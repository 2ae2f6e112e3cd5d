package dev.recap.compaction;

import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;

import dev.recap.context.ProjectedJournal;
import dev.recap.context.RequestFrame;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.SummaryAsked;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Stories that are long enough to be compacted, and what is appended when they are. */
abstract class CompactorFixture {
  static final RequestFrame FRAME = new RequestFrame("Be kind.", List.of(), 1_000);
  static final String LONG = "many words ".repeat(500);
  static final Compaction AT_2000 = foldAndSummarize(2_000);

  final ScriptedModel model = new ScriptedModel();
  final SettableClock clock = new SettableClock(Story.NOON);
  final List<Entry> appended = new ArrayList<>();

  @AfterEach
  void everyAnswerWasAskedFor() {
    model.close();
  }

  /** Without the stages that come to its help when a summary is rejected. */
  static Compaction foldAndSummarize(long tokens) {
    return Compaction.atTokens(tokens).stages(new Fold(), new Summarize());
  }

  static Step paintsAtLength(String color) {
    return paints("T-1", color).saying(LONG + color);
  }

  /** About 2,400 tokens by the estimate, half of them in the last turn. */
  static Story longStory() {
    return Story.of("Paint.")
        .turn(opens("T-1"))
        .turn(paintsAtLength("red"))
        .turn(paintsAtLength("blue"));
  }

  ProjectedJournal folded(Story story) {
    Journal journal = Journal.inMemory();
    story.entries().forEach(journal::append);
    return new ProjectedJournal(journal, FRAME.tokens(), appended::add);
  }

  /** What happens before the next request of this story. */
  ProjectedJournal compact(Compaction compaction, Story story) {
    ProjectedJournal journal = folded(story);
    new Compactor(compaction, FRAME, model, clock).beforeRequest(journal);
    return journal;
  }

  /** The same story with all that was appended to it so far, so that it can go on. */
  Story goingOn(Story story) {
    appended.forEach(story::then);
    appended.clear();
    return story;
  }

  SummaryAsked asked() {
    return appended.stream()
        .filter(SummaryAsked.class::isInstance)
        .map(SummaryAsked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  List<String> stages() {
    return appended.stream()
        .filter(Compacted.class::isInstance)
        .map(entry -> ((Compacted) entry).stage())
        .toList();
  }
}
