package dev.recap.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Role;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewInvariantsTest {
  private static final Message TASK = Message.user("Paint.");

  private static Message calls(String... ids) {
    return new Message(
        Role.ASSISTANT,
        java.util.Arrays.stream(ids).map(id -> (Block) new ToolCall(id, "paint", "{}")).toList());
  }

  private static Message results(String... ids) {
    return new Message(
        Role.USER,
        java.util.Arrays.stream(ids).map(id -> (Block) new ToolResult(id, "done", false)).toList());
  }

  private static List<String> broken(Message... messages) {
    return ViewInvariants.broken(List.of(messages), "Paint.");
  }

  @Test
  void aWholeConversationBreaksNone() {
    assertThat(broken(TASK, calls("1", "2"), results("1", "2"), Message.assistant("Done."), TASK))
        .isEmpty();
  }

  @Test
  void theFirstMessageIsTheUsers() {
    assertThat(broken(Message.assistant("Paint.")))
        .containsExactly("the first message is not the user's");
    assertThat(broken()).contains("the first message is not the user's");
  }

  @Test
  void theTaskStandsInTheFirstMessage() {
    assertThat(broken(Message.user("Work.")))
        .containsExactly("the task is not in the first message");
  }

  @Test
  void rolesAlternate() {
    assertThat(broken(TASK, TASK)).containsExactly("messages 0 and 1 have the same role");
  }

  @Test
  void everyCallIsAnsweredInTheNextMessage() {
    assertThat(broken(TASK, calls("1", "2"), results("1")))
        .containsExactly("message 1 asks for calls [1, 2], but the next one answers [1]");
    assertThat(broken(TASK, calls("1")))
        .containsExactly("message 1 asks for calls [1], but the next one answers []");
  }

  @Test
  void everyAnswerHasItsCall() {
    assertThat(broken(TASK, Message.assistant("Done."), results("1")))
        .containsExactly("message 1 asks for calls [], but the next one answers [1]");
  }

  @Test
  void answersComeInCallOrder() {
    assertThat(broken(TASK, calls("1", "2"), results("2", "1"))).hasSize(1);
  }

  @Test
  void aConversationDoesNotBeginWithAnAnswer() {
    var first =
        new Message(Role.USER, List.of(new ToolResult("1", "done", false), new Text("Paint.")));

    assertThat(broken(first)).containsExactly("the first message has results without calls");
  }

  @Test
  void answersComeBeforeAnythingElse() {
    var late = new Message(Role.USER, List.of(new Text("Go."), new ToolResult("1", "done", false)));

    assertThat(broken(TASK, calls("1"), late))
        .containsExactly("message 2 has a result after other content");
  }
}
