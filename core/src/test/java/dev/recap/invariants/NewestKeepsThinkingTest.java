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
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewestKeepsThinkingTest {
  private static final Message FIRST = assistant(thought("1"), call("a"));
  private static final Message SECOND = assistant(thought("2"), call("b"));
  private static final Message BARE_FIRST = assistant(call("a"));
  private static final Message BARE_SECOND = assistant(call("b"));
  private static final Message ANSWER_A = user(result("a"));
  private static final Message ANSWER_B = user(result("b"));
  private static final List<Message> BEFORE = List.of(TASK, FIRST, ANSWER_A, SECOND, ANSWER_B);

  private static List<String> rewrittenTo(Thinking kind, Message... messages) {
    return new NewestKeepsThinking()
        .broken(new Proposed(BEFORE, List.of(messages), kind, "Paint."));
  }

  @Test
  void isBrokenWhereTheNewestHasLostIt() {
    assertThat(rewrittenTo(Thinking.REQUIRED, TASK, FIRST, ANSWER_A, BARE_SECOND, ANSWER_B))
        .containsExactly("the newest reply has lost thinking that its open calls require");
  }

  @Test
  void isSoundWhereOthersHaveLostTheirs() {
    assertThat(rewrittenTo(Thinking.REQUIRED, TASK, BARE_FIRST, ANSWER_A, SECOND, ANSWER_B))
        .isEmpty();
    assertThat(rewrittenTo(Thinking.REQUIRED, TASK, SECOND, ANSWER_B)).isEmpty();
  }

  @Test
  void isSoundWhereTheNewestHasLeftWithItsResults() {
    assertThat(rewrittenTo(Thinking.REQUIRED, TASK)).isEmpty();
    assertThat(rewrittenTo(Thinking.REQUIRED, TASK, FIRST, ANSWER_A)).isEmpty();
  }

  @Test
  void isSoundBehindAReplyThatCallsNothing() {
    var said = List.of(TASK, assistant(thought("1"), text("Done.")));

    assertThat(
            new NewestKeepsThinking()
                .broken(
                    new Proposed(
                        said,
                        List.of(TASK, assistant(text("Done."))),
                        Thinking.REQUIRED,
                        "Paint.")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Thinking.class,
      names = {"NONE", "FREE", "BOUND"})
  void holdsOnlyWhereThinkingIsRequired(Thinking kind) {
    assertThat(rewrittenTo(kind, TASK, FIRST, ANSWER_A, BARE_SECOND, ANSWER_B)).isEmpty();
  }
}
