package dev.recap.projection;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.model.ToolSpec;
import dev.recap.testing.Compacting;
import dev.recap.testing.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestFrameTest {
  private final RequestFrame frame =
      new RequestFrame("Be kind.", List.of(new ToolSpec("paint", "Paints.", "{}")), 1_000, "");
  private final Story story = Story.of("Paint.");

  private ModelRequest request() {
    return frame.request(story.view());
  }

  @Test
  void everyRequestHasTheSameFrame() {
    assertThat(request())
        .isEqualTo(
            new ModelRequest(
                "Be kind.",
                frame.tools(),
                List.of(Message.user("Paint.")),
                Set.of(new Breakpoint(0, 0)),
                1_000));
  }

  @Test
  void theFrameHasTokensOfItsOwn() {
    assertThat(frame.tokens()).isBetween(10L, 20L);
  }

  @Test
  void aReplyHasAtLeastOneToken() {
    assertThatThrownBy(() -> new RequestFrame("", List.of(), 0, ""))
        .hasMessage("maxOutputTokens is at least 1, but was 0");
  }

  @Nested
  class TheCacheBreakpoints {
    @Test
    void standAtTheHeadThePreviousRequestsEndAndTheLastBlock() {
      story.turn(opens("T-1")).turn(opens("T-2"), paints("T-1", "red"));

      assertThat(request().breakpoints())
          .containsExactlyInAnyOrder(
              new Breakpoint(0, 0), new Breakpoint(2, 0), new Breakpoint(4, 1));
    }

    @Test
    void coincideWhereTheRequestIsShort() {
      story.turn(opens("T-1"));

      assertThat(request().breakpoints())
          .containsExactlyInAnyOrder(new Breakpoint(0, 0), new Breakpoint(2, 0));
    }

    @Test
    void standBehindTheLastClosedLineAndBeforeTheOpenItems() {
      story.turn(opens("T-1")).turn(finishes("T-1")).turn(opens("T-2")).turn(paints("T-2", "red"));
      Compacting.leave(story, 1, 2, 3);

      assertThat(story.view().head())
          .extracting(b -> b.kind().name())
          .containsExactly("TASK", "PREFACE", "CLOSED", "OPEN");
      assertThat(request().breakpoints())
          .containsExactlyInAnyOrder(
              new Breakpoint(0, 2), new Breakpoint(0, 3), new Breakpoint(2, 0));
    }

    @Test
    void areThreeAtMostSinceToolsAndInstructionsHaveTheFourth() {
      for (int i = 1; i < 20; i++) {
        story.turn(opens("T-" + i), paints("T-" + i, "red")).userSays("Go on.");
        assertThat(request().breakpoints()).hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  @Nested
  class ASummaryRequest {
    @Test
    void isTheRequestPlusOneBlockWhenNothingStays() {
      story.turn(opens("T-1")).turn(paints("T-1", "red"));
      List<Message> messages = frame.summaryRequest(story.view(), Set.of(), "Sum up.").messages();

      assertThat(messages.subList(0, 4)).isEqualTo(request().messages().subList(0, 4));
      assertThat(messages.getLast().content())
          .startsWith(request().messages().getLast().content().getFirst())
          .endsWith(new Text("Sum up."))
          .hasSize(2);
    }

    @Test
    void endsAtTheCutWhenTheLastTurnStays() {
      story.turn(opens("T-1")).turn(paints("T-1", "red"));
      List<Message> messages = frame.summaryRequest(story.view(), Set.of(2), "Sum up.").messages();

      assertThat(messages.subList(0, 2)).isEqualTo(request().messages().subList(0, 2));
      assertThat(messages.getLast().content())
          .containsExactly(request().messages().get(2).content().getFirst(), new Text("Sum up."));
    }

    /** Otherwise the summarizer would answer the question instead. */
    @Test
    void leavesOutWhatTheUserSaidAfterTheCut() {
      story.says("Hello.").userSays("Two plus two?").says("Four.").userSays("And three?");
      List<Message> messages = frame.summaryRequest(story.view(), Set.of(2), "Sum up.").messages();

      assertThat(messages)
          .containsExactly(
              Message.user("Paint."),
              Message.assistant("Hello."),
              new Message(Role.USER, List.of(new Text("Two plus two?"), new Text("Sum up."))));
    }

    @Test
    void asksInAMessageOfItsOwnAfterAReply() {
      story.says("Hello.");
      List<Message> messages = frame.summaryRequest(story.view(), Set.of(), "Sum up.").messages();

      assertThat(messages.getLast()).isEqualTo(Message.user("Sum up."));
    }
  }
}
