package dev.recap.compactor;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Stage.Proposal;
import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import dev.recap.conversation.Usage;
import dev.recap.journal.Compacted;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryAcceptanceTest extends CompactorFixture {
  static Stream<Arguments> unusable() {
    Consumer<ScriptedModel> fails =
        model -> model.thenFails(Category.PROVIDER, "overloaded, try later");
    return Stream.of(
        Arguments.of(fails, "failed: overloaded, try later"),
        Arguments.of(throwing(new IllegalStateException("no socket")), "no socket"),
        Arguments.of(throwing(new StackOverflowError()), "StackOverflowError"),
        Arguments.of(throwing(new NoClassDefFoundError("com/provider/Sdk")), "com/provider/Sdk"),
        Arguments.of(answeringNull(), "the reply is null"),
        Arguments.of(says(Replies.saying(" \n")), "empty"),
        Arguments.of(says(Replies.thinking("Only this.")), "empty"),
        Arguments.of(
            says(Replies.saying("Painting is").stopping(StopReason.MAX_TOKENS)), "truncated"),
        Arguments.of(says(Replies.saying("No.").stopping(StopReason.REFUSAL)), "refused"),
        Arguments.of(
            says(Replies.saying("Wait.").stopping(StopReason.PAUSE_TURN)), "paused before"),
        Arguments.of(
            says(Replies.saying("Too").stopping(StopReason.WINDOW_EXCEEDED)), "end of the window"),
        Arguments.of(
            says(Replies.saying("I will.").andCalling("paint", "{}")), "called a tool instead"),
        Arguments.of(
            says(Replies.calling("paint", "{}").stopping(StopReason.END_TURN)),
            "called a tool instead"),
        Arguments.of(says(Replies.saying(LONG)), "too long"));
  }

  private static Consumer<ScriptedModel> says(Replies reply) {
    return model -> model.then(reply);
  }

  private static Consumer<ScriptedModel> throwing(Throwable thrown) {
    return model ->
        model.then(request -> {
          if (thrown instanceof RuntimeException exception) {
            throw exception;
          }
          throw (Error) thrown;
        });
  }

  @SuppressWarnings("NullAway") // That is what some models do.
  private static Consumer<ScriptedModel> answeringNull() {
    return model -> model.then(request -> null);
  }

  @Nested
  class ASummaryThatIsAccepted {
    @Test
    void isOnRecordWithItsTokensAndItsTime() {
      model.then(request -> {
        clock.advance(Duration.ofSeconds(2));
        return Replies.saying("Painting.").using(2_300, 12).reply();
      });
      compact(AT_2000, longStory());

      assertThat(asked().written().text()).isEqualTo("Painting.");
      assertThat(asked().adopted()).isTrue();
      assertThat(asked().usage()).isEqualTo(new Usage(2_300, 0, 0, 12));
      assertThat(asked().took()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void makesTheViewSmallerAndIsReported() {
      model.then(Replies.saying("Painting."));
      ProjectedJournal journal = compact(AT_2000, longStory());
      var compacted = (Compacted) appended.getLast();

      assertThat(compacted.left().turns()).containsExactly(1, 2);
      assertThat(compacted.report().tokensBefore()).isBetween(2_300L, 2_500L);
      assertThat(compacted.report().tokensAfter()).isBetween(1_150L, 1_400L);
      assertThat(compacted.report().messagesBefore()).isEqualTo(7);
      assertThat(compacted.report().messagesAfter()).isEqualTo(3);
      assertThat(journal.view().messages()).hasSize(3);
      assertThat(journal.view().usedTokens()).isEqualTo(compacted.report().tokensAfter());
    }

    @Test
    void mayBeginWithThinking() {
      model.then(Replies.thinking("Hm.").andSaying("Painting."));
      ProjectedJournal journal = compact(AT_2000, longStory());

      assertThat(journal.view().head(Kind.SUMMARY).getFirst().text())
          .contains("Painting.")
          .doesNotContain("Hm.");
    }

    @Test
    void isAskedForOnTheUnchangedRequestUpToTheCutPlusOneBlock() {
      model.then(Replies.saying("Painting."));
      Story story = longStory();
      List<Message> before = story.view().messages();
      compact(AT_2000, story);
      var request = model.lastRequest();

      assertThat(request.instructions()).isEqualTo("Be kind.");
      assertThat(request.messages().subList(0, 4)).isEqualTo(before.subList(0, 4));
      assertThat(request.messages()).hasSize(5);
      assertThat(request.messages().getLast().content())
          .startsWith(before.get(4).content().getFirst())
          .hasSize(2);
      assertThat(request.messages().getLast().content().getLast()).isInstanceOf(Text.class);
    }

    @Test
    void isFollowedByAnotherOnceTheViewHasGrownByATenth() {
      model.then(Replies.saying("Painting."));
      Story story = longStory();
      compact(foldAndSummarize(500), story);
      goingOn(story);
      compact(foldAndSummarize(500), story.turn(paints("T-1", "green")));
      assertThat(appended).isEmpty();

      model.then(Replies.saying("Still painting."));
      compact(foldAndSummarize(500), story.turn(paintsAtLength("white")));
      assertThat(stages()).containsExactly("summarize");
    }
  }

  @Nested
  class ASummaryThatIsRejected {
    @ParameterizedTest(name = "{1}")
    @MethodSource("dev.recap.compactor.SummaryAcceptanceTest#unusable")
    void leavesTheViewAsItIsAndSaysWhy(Consumer<ScriptedModel> answer, String why) {
      answer.accept(model);
      Story story = longStory();
      List<Message> before = story.view().messages();
      ProjectedJournal journal = compact(AT_2000, story);

      assertThat(asked().rejection().orElseThrow()).contains(why);
      assertThat(stages()).isEmpty();
      assertThat(journal.view().messages()).isEqualTo(before);
    }

    @Test
    void countsItsTokensAllTheSame() {
      model.then(Replies.saying("").using(2_300, 3));
      compact(AT_2000, longStory());

      assertThat(asked().usage().totalTokens()).isEqualTo(2_303);
    }

    @Test
    void isNotAskedForAgainUntilTheViewHasGrownByATenth() {
      model.then(Replies.saying(""));
      Story story = longStory();
      compact(AT_2000, story);
      goingOn(story);
      compact(AT_2000, story.turn(paints("T-1", "green")));
      assertThat(appended).isEmpty();

      model.then(Replies.saying("Painting."));
      compact(AT_2000, story.turn(paintsAtLength("white")));
      assertThat(stages()).containsExactly("summarize");
    }

    @Test
    void isNotAskedForAgainBecauseOfAFold() {
      model.then(Replies.saying(""));
      Story story = longStory();
      compact(AT_2000, story);
      goingOn(story);
      compact(AT_2000, story.turn(opens("T-2")).turn(finishes("T-2")));

      assertThat(stages()).containsExactly("fold");
      assertThat(model.requests()).hasSize(1);
    }

    /** The high mark of a rejection says nothing about the short view after an adoption. */
    @Test
    void doesNotHoldUpTheNextOneAfterALaterOneWasAdopted() {
      Compaction at1000 = foldAndSummarize(1_000);
      model.then(Replies.saying(""));
      Story story = longStory();
      compact(at1000, story);
      goingOn(story);
      model.then(Replies.saying("Painting."));
      compact(at1000, story.turn(paintsAtLength("white")));
      goingOn(story);

      model.then(Replies.saying("Still painting."));
      compact(at1000, story.turn(paints("T-1", "x").saying("some words ".repeat(300))));
      assertThat(stages()).containsExactly("summarize");
    }
  }

  @Nested
  class TheGain {
    @Test
    void hasToReachTheMinimum() {
      model.then(Replies.saying("Painting."));
      compact(AT_2000.minimumGain(0.6), longStory());

      assertThat(asked().rejection().orElseThrow()).contains("too long");
    }

    @Test
    void isEnoughAtTheMinimum() {
      model.then(Replies.saying("Painting."));
      compact(AT_2000.minimumGain(0.3), longStory());

      assertThat(asked().adopted()).isTrue();
    }

    /** What leaves is not there: the same tokens. */
    @Test
    void isAtLeastOneTokenAlsoWithoutAMinimum() {
      compact(
          AT_2000.stages(proposing(view -> Proposal.leave(Set.of(77)))).minimumGain(0),
          longStory());

      assertThat(appended).isEmpty();
    }
  }
}
