package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Summarize;
import dev.recap.conversation.Text;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.Story;
import dev.recap.work.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Between what a summary stands: what is closed before it, what is open behind it. */
class SummaryInTheHeadTest extends CompactorFixture {
  /** The summary of a village, between what is closed and what is open. */
  private static final List<Kind> BETWEEN_RECORDS =
      List.of(
          Kind.TASK, Kind.PREFACE, Kind.CLOSED, Kind.CLOSED, Kind.SUMMARY, Kind.PREFACE, Kind.OPEN);

  /** Two closed items and one that is open, long enough to be summarized. */
  private static Story village() {
    return Story.of("Paint.")
        .turn(opens("T-8"), finishes("T-8", new Fact("color", "red", Fact.Kind.CHOICE)))
        .turn(opens("T-9"), finishes("T-9", new Fact("color", "blue", Fact.Kind.CHOICE)))
        .turn(opens("T-1"))
        .turn(paintsAtLength("red"))
        .turn(paintsAtLength("blue"));
  }

  private static List<Kind> kinds(ProjectedJournal journal) {
    return journal.view().head().stream().map(HeadBlock::kind).toList();
  }

  @Nested
  class TheLaddersSummary {
    @Test
    void standsBehindWhatIsClosedAndBeforeWhatIsOpen() {
      model.then(Replies.saying("T-1 is green, and T-9 is open."));
      ProjectedJournal journal = compact(AT_2000, village());

      assertThat(kinds(journal)).isEqualTo(BETWEEN_RECORDS);
      assertThat(journal.view().messages().getFirst().text())
          .containsSubsequence(
              "T-8 closed: color red.",
              "T-9 closed: color blue.",
              "> T-1 is green, and T-9 is open.",
              "where the summary differs, this record is right",
              "T-1 is open.",
              "paint (color blue)");
    }

    @Test
    void leavesEveryByteBeforeItAsItIsWhenANewOneIsWritten() {
      model.then(Replies.saying("First."));
      Story story = village();
      compact(AT_2000, story);
      goingOn(story);
      List<HeadBlock> before = upToTheSummary(story.view().head());
      for (String color : List.of("white", "grey", "black", "green")) {
        story.turn(paintsAtLength(color));
      }
      model.then(Replies.saying("Second."));
      ProjectedJournal journal = compact(AT_2000, story);

      assertThat(journal.view().head(Kind.SUMMARY)).hasSize(1);
      assertThat(journal.view().head(Kind.SUMMARY).getFirst().text()).endsWith("> Second.");
      assertThat(before).hasSize(4);
      assertThat(upToTheSummary(journal.view().head())).isEqualTo(before);
    }

    @Test
    void isFollowedByNoRecordWhereNothingIsOpen() {
      model.then(Replies.saying("They talked."));
      Story story =
          Story.of("Talk.").turn(mails("ann").saying(LONG)).turn(mails("bob").saying(LONG));
      ProjectedJournal journal = compact(AT_2000, story);

      assertThat(kinds(journal))
          .containsExactly(Kind.TASK, Kind.PREFACE, Kind.EFFECTS, Kind.SUMMARY);
    }

    private static List<HeadBlock> upToTheSummary(List<HeadBlock> head) {
      return head.stream().takeWhile(block -> block.kind() != Kind.SUMMARY).toList();
    }
  }

  @Nested
  class TheSummaryAlone {
    @Test
    void hasNoRecordBesideIt() {
      model.then(Replies.saying("All well."));

      assertThat(kinds(compact(Compaction.summary(2_000), village())))
          .containsExactly(Kind.TASK, Kind.SUMMARY);
    }

    @Test
    void hasTheRecordAroundItWhereThatIsSwitchedOn() {
      model.then(Replies.saying("All well."));
      ProjectedJournal journal = compact(Compaction.summary(2_000).record(true), village());

      assertThat(kinds(journal)).isEqualTo(BETWEEN_RECORDS);
      assertThat(journal.view().turns()).isEmpty();
    }
  }

  static Stream<Arguments> prompts() {
    return Stream.of(
        Arguments.of(Compaction.summary(2_000, "Sum up."), "Sum up."),
        Arguments.of(Compaction.summary(2_000, "Sum up.").record(true), "Sum up."),
        Arguments.of(AT_2000.stages(new Summarize("Be brief.")), "Be brief."),
        Arguments.of(
            AT_2000.stages(proposing(view -> Proposal.ask("Say it in verse.", Set.of()))),
            "Say it in verse."));
  }

  /** The words belong to the stage that asks: there is no other place for them. */
  @ParameterizedTest
  @MethodSource("prompts")
  void isAskedForInTheWordsOfTheStage(Compaction policy, String words) {
    model.then(Replies.saying("All well."));
    compact(policy, village());

    assertThat(model.lastRequest().messages().getLast().content().getLast())
        .isEqualTo(new Text(words));
  }
}
