package dev.recap.compactor;

import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Stage.Situation;
import dev.recap.compaction.Summarize;
import dev.recap.context.ContextView;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.SummaryAsked;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Stories that are long enough to be compacted, and what is appended when they are. */
abstract class CompactorFixture {
  static final RequestFrame FRAME = new RequestFrame("Be kind.", List.of(), 1_000, "");
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

  /** A stage of a user's, which needs pressure. */
  static Stage proposing(Function<ContextView, Proposal> what) {
    return new Stage() {
      @Override
      public String name() {
        return "users";
      }

      @Override
      public Proposal propose(Situation situation) {
        return what.apply(situation.view());
      }
    };
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
