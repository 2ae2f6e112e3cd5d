package dev.recap.invariants;

import static dev.recap.invariants.Talk.TASK;
import static dev.recap.invariants.Talk.assistant;
import static dev.recap.invariants.Talk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import dev.recap.model.ModelProfile.Thinking;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserSpeaksLastTest {
  private static final Message ANSWER = assistant(text("Done."));
  private final Invariant rule = new UserSpeaksLast();

  private List<String> broken(List<Message> before, List<Message> after) {
    return rule.broken(new Proposed(before, after, Thinking.FREE, ""));
  }

  @Test
  void aRewriteLeavesWhatIsToBeAnsweredAtTheEnd() {
    assertThat(broken(List.of(TASK, ANSWER, TASK), List.of(TASK))).isEmpty();
    assertThat(broken(List.of(TASK, ANSWER, TASK), List.of(TASK, ANSWER)))
        .containsExactly("the last message is not the user's any more");
  }

  @Test
  void whatEndedWithTheAssistantMayStillDoSo() {
    assertThat(broken(List.of(TASK, ANSWER), List.of(TASK, ANSWER))).isEmpty();
    assertThat(broken(List.of(), List.of(TASK, ANSWER))).isEmpty();
  }
}
