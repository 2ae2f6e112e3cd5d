package dev.recap.projection;

import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViewTest {
  private final Story story = Story.of("Paint.");

  private List<Message> messages() {
    return story.view().messages();
  }

  private static Replied replied(int turn, Block... content) {
    return new Replied(
        turn, new ModelReply(List.of(content), StopReason.PAUSE_TURN, Usage.NONE, ""), Story.NOON);
  }

  @Nested
  class TheMessages {
    @Test
    void beginWithTheTask() {
      assertThat(messages()).containsExactly(Message.user("Paint."));
    }

    @Test
    void haveTheResultsOfATurnTogetherRightAfterItsCallsInCallOrder() {
      story.turn(opens("T-1"), opens("T-2"));

      assertThat(messages())
          .extracting(Message::role)
          .containsExactly(Role.USER, Role.ASSISTANT, Role.USER);
      assertThat(messages().get(1).calls())
          .extracting(ToolCall::id)
          .containsExactly("call-1-0", "call-1-1");
      assertThat(messages().get(2).results())
          .extracting(ToolResult::callId)
          .containsExactly("call-1-0", "call-1-1");
    }

    @Test
    void showAFailureAsAnError() {
      story.turn(paints("T-1", "red").failing().saying("no paint left"));

      assertThat(messages().getLast().results())
          .containsExactly(new ToolResult("call-1-0", "no paint left", true));
    }

    @Test
    void putWhatTheUserSaidBehindTheResultsInOneMessage() {
      story.turn(opens("T-1")).userSays("Hurry.");

      assertThat(messages().getLast().content())
          .containsExactly(new ToolResult("call-1-0", "T-1 is a fence", false), new Text("Hurry."));
    }

    @Test
    void joinTwoRepliesInARowToOne() {
      story.then(replied(1, new Text("Wait"))).then(replied(2, new Text("and see.")));

      assertThat(messages().getLast())
          .isEqualTo(new Message(Role.ASSISTANT, List.of(new Text("Wait"), new Text("and see."))));
    }

    @Test
    void leaveOutBlankTextsAndRepliesWithoutAWord() {
      story.then(replied(1, new Text(" \n"))).then(replied(2)).userSays("Hello?");

      assertThat(messages())
          .containsExactly(new Message(Role.USER, List.of(new Text("Paint."), new Text("Hello?"))));
    }

    @Test
    void doNotShowThatARunBeganOrEnded() {
      var before = messages();
      story.then(new RunStarted("run-2", Story.NOON)).then(new RunEnded("Answered"));

      assertThat(messages()).isEqualTo(before);
    }
  }

  @Nested
  class TheCallsWithoutResult {
    @Test
    void areListedInOrder() {
      story.turn(opens("T-1"), paints("T-1", "red").running());

      assertThat(story.view().unanswered()).extracting(ToolCall::tool).containsExactly("paint");
    }

    @Test
    void areNoneAfterATurnIsDone() {
      story.turn(opens("T-1"), paints("T-1", "red"));

      assertThat(story.view().unanswered()).isEmpty();
    }
  }

  @Test
  void oneStepAtATimeGivesWhatTheWholeJournalGives() {
    story.turn(opens("T-1")).turn(paints("T-1", "red")).userSays("Good.").says("Thanks.");
    var carried = View.empty(17);
    var ledger = Ledger.empty();
    for (var entry : story.entries()) {
      carried = carried.after(entry, ledger);
      ledger = ledger.after(entry);
    }

    assertThat(carried).isEqualTo(View.of(story.entries(), 17));
  }
}
