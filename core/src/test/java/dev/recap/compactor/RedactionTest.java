package dev.recap.compactor;

import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction.Redaction;
import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.journal.Weighed;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelRequest;
import dev.recap.projection.ProjectedJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Effect;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedactionTest extends CompactorFixture {
  private static final Redaction NO_ANN = text -> text.replace("Ann", "[name]");

  private static Step looksUp(String arguments, String found) {
    var what = new Step.What("look_up", Effect.READ_ONLY, arguments);
    return new Step(what, null, opens("x").standing(), found, null);
  }

  /** A name in the task, in nested arguments, in a result and in what the user said. */
  private static Story storyOfAnn() {
    return Story.of("Paint for Ann.")
        .turn(opens("T-1").saying("A fence of Ann's. " + LONG))
        .turn(looksUp("{\"who\":{\"names\":[\"Ann\",\"Bob\"]},\"of\":7}", LONG + " Ann"))
        .userSays("Ann is in a hurry.")
        .turn(paintsAtLength("red"));
  }

  private static String everyText(ModelRequest request) {
    return request.instructions()
        + request.messages().stream()
            .flatMap(message -> message.content().stream())
            .map(Block::toString)
            .collect(Collectors.joining("\n"));
  }

  @Test
  void isAppliedToEveryTextBeforeTheSummarizerSeesIt() {
    model.then(Replies.saying("Painting."));
    compact(AT_2000.redaction(NO_ANN), storyOfAnn());

    assertThat(everyText(model.lastRequest())).contains("[name]").doesNotContain("Ann");
    assertThat(model.lastRequest().messages().get(3).calls())
        .extracting(ToolCall::arguments)
        .containsExactly("{\"who\":{\"names\":[\"[name]\",\"Bob\"]},\"of\":7}");
  }

  @Test
  void isAppliedToWhatTheSummarizerWrites() {
    model.then(Replies.saying("Ann's fence is red."));
    ProjectedJournal journal = compact(AT_2000.redaction(NO_ANN), storyOfAnn());

    assertThat(asked().written().text()).isEqualTo("[name]'s fence is red.");
    assertThat(journal.view().head(Kind.SUMMARY).getFirst().text())
        .contains("[name]'s fence is red.");
  }

  @Test
  void leavesTheAgentsOwnRequestsAsTheyAre() {
    model.then(Replies.saying("Painting."));
    ProjectedJournal journal = compact(AT_2000.redaction(NO_ANN), storyOfAnn());

    assertThat(journal.view().messages().getFirst().text()).startsWith("Paint for Ann.");
  }

  @Test
  void keepsBlocksThatItCannotReadToItself() {
    model.then(Replies.saying("Painting."));
    Story story = Story.of("Paint.").thinkingTurn(paintsAtLength("red")).turn(paintsAtLength("x"));
    compact(AT_2000.redaction(NO_ANN), story);

    assertThat(model.lastRequest().messages())
        .flatExtracting(Message::content)
        .noneMatch(Opaque.class::isInstance);
  }

  @Nested
  class AHookThatFails {
    @Test
    void meansThatNothingIsSentAndTheViewStays() {
      Story story = storyOfAnn();
      List<Message> before = story.view().messages();
      ProjectedJournal journal =
          compact(
              AT_2000.redaction(text -> {
                throw new IllegalStateException("cannot judge: " + text);
              }),
              story);

      assertThat(model.requests()).isEmpty();
      assertThat(journal.view().messages()).isEqualTo(before);
      assertThat(asked().rejection()).contains("not asked: the redaction failed");
    }

    @Test
    void onTheSummaryMeansThatItIsDroppedAndCountedAllTheSame() {
      model.then(Replies.saying("Secret Ann.").using(2_000, 7));
      Story story = storyOfAnn();
      ProjectedJournal journal =
          compact(
              AT_2000.redaction(text -> {
                if (text.startsWith("Secret")) {
                  throw new IllegalStateException(text);
                }
                return text;
              }),
              story);

      assertThat(asked().rejection()).contains("its redaction or filter failed");
      assertThat(asked().written().text()).isEmpty();
      assertThat(asked().usage().totalTokens()).isEqualTo(2_007);
      assertThat(journal.view().turns()).hasSize(3);
    }
  }

  @Nested
  class AnotherModelForSummaries {
    private final ScriptedModel other =
        new ScriptedModel().profile(new ModelProfile("small-one", 8_000, 0, null));

    @Test
    void isAskedInsteadOfTheAgentsAndNamedOnRecord() {
      other.then(Replies.saying("Painting."));
      compact(AT_2000.summaryModel(other), longStory());

      assertThat(model.requests()).isEmpty();
      assertThat(asked().otherWriter()).contains("small-one");
      assertThat(stages()).containsExactly("summarize");
    }

    @Test
    void isNotSentThinkingThatIsNotItsOwn() {
      other.then(Replies.saying("Painting."));
      Story story =
          Story.of("Paint.").thinkingTurn(paintsAtLength("red")).turn(paintsAtLength("x"));
      compact(AT_2000.summaryModel(other), story);

      assertThat(other.lastRequest().messages().get(1).content())
          .hasSize(1)
          .allMatch(ToolCall.class::isInstance);
      assertThat(other.lastRequest().messages().getLast().content())
          .hasAtLeastOneElementOfType(ToolResult.class)
          .hasAtLeastOneElementOfType(Text.class);
    }

    @Test
    void isNotAskedForMoreThanItsOwnWindowHolds() {
      other.profile(new ModelProfile("tiny", 3_000, 0, null));
      compact(AT_2000.summaryModel(other), longStory().turn(paints("T-1", "green")));

      assertThat(other.requests()).isEmpty();
      assertThat(appended)
          .singleElement()
          .isInstanceOfSatisfying(
              Weighed.class,
              weighed -> assertThat(weighed.words()).contains("do not fit the window of 3000"));
    }

    @Test
    void leavesTheAgentsOwnUnnamed() {
      model.then(Replies.saying("Painting."));
      compact(AT_2000, longStory());

      assertThat(asked().otherWriter()).isEmpty();
    }
  }
}
