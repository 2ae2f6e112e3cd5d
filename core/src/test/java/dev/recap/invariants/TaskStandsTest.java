package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.broken;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskStandsTest {
  private final Invariant rule = new TaskStands();

  @Test
  void theTaskStandsInTheFirstMessage() {
    assertThat(broken(rule, TASK)).isEmpty();
    assertThat(broken(rule, user(text("Before."), text("Task:\nPaint.\n"), text("After."))))
        .isEmpty();
  }

  @Test
  void itStandsThereToTheLetter() {
    assertThat(broken(rule, user(text("paint."))))
        .containsExactly("the task is not in the first message of the user's");
  }

  @Test
  void itDoesNotStandLater() {
    assertThat(broken(rule, user(text("Work.")), assistant(text("Paint.")), TASK)).hasSize(1);
  }

  @Test
  void noneIsLookedForWhereNoneIsNamed() {
    var untold = new Proposed(List.of(), List.of(user(text("Hello."))), Thinking.BOUND, "");

    assertThat(rule.broken(untold)).isEmpty();
  }
}
