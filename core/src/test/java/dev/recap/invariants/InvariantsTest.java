package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.call;
import static dev.recap.invariants.Talk.text;
import static dev.recap.invariants.Talk.thought;
import static dev.recap.invariants.Talk.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  @Test
  void nameEveryRuleThatIsBroken() {
    assertThat(Invariants.broken(List.of(TASK, TASK, assistant(text("Done."))), "Draw."))
        .containsExactly(
            "messages 0 and 1 have the same role USER",
            "the task is not in the first message of the user's");
  }

  @Test
  void holdARewriteAgainstWhatItStandsFor() {
    List<Message> before = List.of(TASK, assistant(thought("hm"), text("Yes?")), TASK);
    List<Message> after =
        List.of(user(text("Paint."), text("Notes.")), assistant(thought("hm"), text("Yes?")), TASK);

    assertThat(Invariants.broken(before, before, Thinking.BOUND, "Paint.")).isEmpty();
    assertThat(Invariants.broken(after, "Paint.")).isEmpty();
    assertThat(Invariants.broken(before, after, Thinking.BOUND, "Paint.")).hasSize(1);
  }

  @Test
  void areSatisfiedByASingleWord() {
    assertThat(Invariants.broken(List.of(user(text("Hi."))), "")).isEmpty();
  }

  @Test
  void seeEachBreachOnce() {
    assertThat(Invariants.broken(List.of(TASK, assistant(call("a", "", "{}"))), "Paint."))
        .containsExactly(
            "no message answers calls [a] of the last one", "message 1 calls a tool '', call a");
  }
}
