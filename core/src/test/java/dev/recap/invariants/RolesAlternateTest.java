package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import org.junit.jupiter.api.Test;

class RolesAlternateTest {
  private static final Message ANSWER = assistant(text("Done."));
  private final Invariant rule = new RolesAlternate();

  @Test
  void theUserBeginsAndTheTwoTakeTurns() {
    assertThat(broken(rule, TASK)).isEmpty();
    assertThat(broken(rule, TASK, ANSWER, TASK, ANSWER)).isEmpty();
  }

  @Test
  void somebodySaysSomething() {
    assertThat(broken(rule)).containsExactly("there is no message");
  }

  @Test
  void theAssistantDoesNotBegin() {
    assertThat(broken(rule, ANSWER, TASK)).containsExactly("message 0 is not the user's");
  }

  @Test
  void nobodySpeaksTwiceInARow() {
    assertThat(broken(rule, TASK, TASK, ANSWER, ANSWER))
        .containsExactly(
            "messages 0 and 1 have the same role USER",
            "messages 2 and 3 have the same role ASSISTANT");
  }
}
