package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.result;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.thought;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ThinkingKeepsItsPrefixTest {
  private static final Message FIRST = assistant(thought("1"), call("a"));
  private static final Message SECOND = assistant(thought("2"), text("So:"), call("b"));
  private static final Message LAST = assistant(thought("3a"), text("And"), thought("3b"));
  private static final Message ANSWER_A = user(result("a"));
  private static final Message ANSWER_B = user(result("b"));
  private static final List<Message> BEFORE =
      List.of(TASK, FIRST, ANSWER_A, SECOND, ANSWER_B, LAST);

  private static List<String> rewrittenTo(Message... messages) {
    return new ThinkingKeepsItsPrefix()
        .broken(new Proposed(BEFORE, List.of(messages), Thinking.BOUND, "Paint."));
  }

  private static String moved(int behind) {
    return "thinking behind %d other blocks has lost what it was signed for, or a part of itself"
        .formatted(behind);
  }

  @Nested
  class IsSound {
    @Test
    void whereNothingChanged() {
      assertThat(rewrittenTo(BEFORE.toArray(Message[]::new))).isEmpty();
    }

    @Test
    void whereThingsWereSaidBehindIt() {
      assertThat(rewrittenTo(TASK, FIRST, ANSWER_A, SECOND, ANSWER_B, LAST, TASK, FIRST)).isEmpty();
    }

    @Test
    void whereNothingWasSentBefore() {
      assertThat(Talk.broken(new ThinkingKeepsItsPrefix(), TASK, FIRST, ANSWER_A, LAST)).isEmpty();
    }

    @Test
    void whereWhatChangedStandsBehindIt() {
      Message shorter = user(new ToolResult("a", "...", false));

      assertThat(rewrittenTo(TASK, FIRST, shorter, assistant(text("So:"), call("b")), ANSWER_B))
          .isEmpty();
    }

    @Test
    void whereAllOfItLeft() {
      assertThat(rewrittenTo(user(text("Paint."), text("What was.")), ANSWER_B)).isEmpty();
    }

    @Test
    void whereTheOldestLeftFromTheFront() {
      assertThat(rewrittenTo(TASK, assistant(call("a")), ANSWER_A, SECOND, ANSWER_B, LAST))
          .isEmpty();
    }

    @Test
    void whereTheNewestLeftFromTheEnd() {
      assertThat(rewrittenTo(TASK, FIRST, ANSWER_A, SECOND, ANSWER_B, assistant(text("And"))))
          .isEmpty();
    }
  }

  @Nested
  class IsBroken {
    @Test
    void whereTheFirstMessageChanged() {
      Message head = user(text("Paint."), text("What was."));

      assertThat(rewrittenTo(head, FIRST, ANSWER_A, SECOND, ANSWER_B))
          .containsExactly(moved(2), moved(4));
    }

    @Test
    void whereAnEarlierResultWasCut() {
      Message shorter = user(new ToolResult("a", "...", false));

      assertThat(rewrittenTo(TASK, FIRST, shorter, SECOND, ANSWER_B)).containsExactly(moved(3));
    }

    @Test
    void whereATurnBeforeItLeft() {
      assertThat(rewrittenTo(TASK, SECOND, ANSWER_B)).containsExactly(moved(1));
    }

    @Test
    void whereSomeLeftOutOfTheMiddle() {
      Message silent = assistant(text("So:"), call("b"));

      assertThat(rewrittenTo(TASK, FIRST, ANSWER_A, silent, ANSWER_B, LAST)).contains(moved(7));
    }

    @Test
    void whereAPartOfOneMessagesThinkingLeft() {
      Message front = assistant(thought("3a"), text("And"));
      Message back = assistant(text("And"), thought("3b"));
      Message silent = assistant(text("So:"), call("b"));

      assertThat(rewrittenTo(TASK, FIRST, ANSWER_A, SECOND, ANSWER_B, front))
          .containsExactly(moved(6));
      assertThat(rewrittenTo(TASK, assistant(call("a")), ANSWER_A, silent, ANSWER_B, back))
          .containsExactly(moved(7));
    }

    @Test
    void whereItWasAltered() {
      Opaque altered = new Opaque("thinking", "{\"type\":\"thinking\",\"thinking\":\"\"}");

      assertThat(rewrittenTo(TASK, assistant(altered, call("a")), ANSWER_A)).hasSize(1);
    }

    @Test
    void whereItStandsElsewhereInItsMessage() {
      assertThat(rewrittenTo(TASK, assistant(call("a"), thought("1")), ANSWER_A)).hasSize(1);
    }
  }
}
