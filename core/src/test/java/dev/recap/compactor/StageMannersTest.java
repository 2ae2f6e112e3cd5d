package dev.recap.compactor;

import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.mails;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Stage;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.compaction.Trim;
import dev.recap.context.ContextView;
import dev.recap.conversation.Message;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Compacted;
import dev.recap.model.ModelProfile.Thinking;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.testing.Replies;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a user's stage that has no manners. */
class StageMannersTest extends CompactorFixture {
  private static Step read(String words) {
    return looksUp(words).saying(LONG);
  }

  private static Proposal stubEverything(ContextView view) {
    return Proposal.stub(view.turns().stream().flatMap(turn -> turn.calls().stream()).toList());
  }

  @SuppressWarnings("NullAway") // That is what some stages do.
  static Stream<Arguments> fruitless() {
    return Stream.of(
        row("null", view -> null),
        row(
            "an exception",
            view -> {
              throw new IllegalStateException("so it pleases");
            }),
        row(
            "a stack overflow",
            view -> {
              throw new StackOverflowError();
            }),
        row(
            "a class that is not there",
            view -> {
              throw new NoClassDefFoundError("com/user/Stage");
            }),
        row("a blank instruction", view -> Proposal.ask(" ", Set.of())),
        row("a list with null", view -> Proposal.stub(Arrays.asList(null, null))),
        row("turns that are not there", view -> Proposal.leave(List.of(-1, 0, 77))),
        row("no turns", view -> Proposal.leave(List.of())),
        row("no calls", view -> Proposal.stub(List.of())),
        row("thinking that is not there", view -> Proposal.forget(Set.of(1, 2, 3, 77))),
        row("to ask about nothing", view -> Proposal.ask("Sum up.", Set.of(1))),
        row("nothing", view -> Proposal.nothing("so it pleases")));
  }

  private static Arguments row(String name, Function<ContextView, Proposal> stage) {
    return Arguments.of(name, proposing(stage));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fruitless")
  void proposingNothingThatCanBeDoneItIsPassedOverAndTheNextOneActs(String name, Stage stage) {
    compact(AT_2000.stages(stage, new Trim()), longStory());

    assertThat(stages()).containsExactly("trim");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fruitless")
  void andNothingIsOnRecordOfIt(String name, Stage stage) {
    Story story = longStory();
    List<Message> before = story.view().messages();
    ProjectedJournal journal = folded(story);
    new Compactor(AT_2000.stages(stage), FRAME, model, clock).force(journal);

    assertThat(appended).isEmpty();
    assertThat(journal.view().messages()).isEqualTo(before);
  }

  @Nested
  class AskingForASummary {
    private Compacted askedBut(Integer... staying) {
      Story story = Story.of("Paint.");
      for (String words : List.of("glue", "tape", "nails", "wood", "paint")) {
        story.turn(read(words));
      }
      model.then(Replies.saying("Read about it."));
      compact(AT_2000.stages(proposing(view -> Proposal.ask("Sum up.", Set.of(staying)))), story);
      return (Compacted) appended.getLast();
    }

    @Test
    void takesAwayWhatTheWriterWasShownAndNothingElse() {
      assertThat(askedBut(3).left().turns()).containsExactly(1, 2);
      assertThat(model.lastRequest().messages().toString())
          .contains("glue", "tape")
          .doesNotContain("nails", "wood");
    }

    @Test
    void takesAwayEverythingWhereNothingStays() {
      assertThat(askedBut(77, -1).left().turns()).containsExactly(1, 2, 3, 4, 5);
    }
  }

  @Nested
  class ThinkingOfATurn {
    private final Story story =
        Story.of("Paint.")
            .turn(read("glue"))
            .thinkingTurn(read("tape"))
            .turn(read("nails"))
            .thinkingTurn(read("wood"))
            .thinkingTurn(read("paint"));

    private List<Integer> thinkingAfter(Function<ContextView, Proposal> stage) {
      ProjectedJournal journal = folded(story);
      new Compactor(AT_2000.stages(proposing(stage)), FRAME, model, clock).force(journal);
      return journal.view().turns().stream()
          .filter(TurnSegment::hasThinking)
          .map(TurnSegment::number)
          .toList();
    }

    @Test
    void mayBeForgottenFromTheFrontOnAndFromTheEndOn() {
      assertThat(thinkingAfter(view -> Proposal.forget(Set.of(2)))).containsExactly(4, 5);
      assertThat(thinkingAfter(view -> Proposal.forget(Set.of(2, 4)))).containsExactly(5);
    }

    @Test
    void isNotForgottenInTheNewestTurn() {
      assertThat(thinkingAfter(view -> Proposal.forget(Set.of(1, 2, 3, 4, 5)))).containsExactly(5);
    }

    @Test
    void leavesFromBetweenWithAllBehindIt() {
      assertThat(thinkingAfter(view -> Proposal.forget(Set.of(4)))).containsExactly(2);
    }

    @Test
    void leavesBehindAStub() {
      Function<ContextView, Proposal> third = view -> Proposal.stub(view.turns().get(2).calls());
      assertThat(thinkingAfter(third)).containsExactly(2);
    }

    @Test
    void leavesBehindWhatLeft() {
      assertThat(thinkingAfter(view -> Proposal.leave(List.of(1)))).isEmpty();
    }

    @Test
    void leavesBehindASummary() {
      model.then(Replies.saying("Read about it."));

      assertThat(thinkingAfter(view -> Proposal.ask("Sum up.", Set.of(4)))).isEmpty();
      assertThat(asked().adopted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = Thinking.class,
        names = {"FREE", "REQUIRED"})
    void staysWhereItIsNotBound(Thinking kind) {
      model.profile(model.profile().thinking(kind));

      assertThat(thinkingAfter(view -> Proposal.leave(List.of(1)))).containsExactly(2, 4, 5);
    }
  }

  /** A repeat would be an effect: nobody is invited to that. */
  @Test
  void aStubOfWhatWasDoneDoesNotInviteToCallAgain() {
    Story story =
        Story.of("Paint.")
            .turn(opens("T-1").saying(LONG))
            .turn(mails("ann").saying(LONG))
            .turn(read("glue"));
    ProjectedJournal journal =
        compact(AT_2000.stages(proposing(StageMannersTest::stubEverything)), story);

    assertThat(journal.view().messages().stream().flatMap(m -> m.results().stream()))
        .extracting(ToolResult::content)
        .satisfiesExactly(
            opened -> assertThat(opened).startsWith("[cleared: ").endsWith("; it is gone]"),
            mailed -> assertThat(mailed).startsWith("[cleared: ").endsWith("; it is gone]"),
            found -> assertThat(found).endsWith("; call again if it is needed]"));
  }
}
