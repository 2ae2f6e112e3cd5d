package dev.recap.anthropic;

import static dev.recap.anthropic.Requests.NEXT;
import static dev.recap.anthropic.Requests.assistant;
import static dev.recap.anthropic.Requests.marked;
import static dev.recap.anthropic.Requests.of;
import static dev.recap.anthropic.Requests.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheMarksTest {
  private static final Message FIVE =
      user(new Text("0"), new Text("1"), new Text("2"), new Text("3"), new Text("4"));
  private static final Opaque THINKING = new Opaque("thinking", "{\"type\":\"thinking\"}");

  private static Breakpoint at(int message, int block) {
    return new Breakpoint(message, block);
  }

  private static Breakpoint[] all() {
    return new Breakpoint[] {at(0, 0), at(0, 1), at(0, 2), at(0, 3), at(0, 4)};
  }

  @Test
  void theLatestThreeStandBesideTheOneAfterTheInstructions() {
    assertThat(CacheMarks.in(marked(of("Be kind.", List.of(), FIVE), all())))
        .containsExactlyInAnyOrder(at(0, 2), at(0, 3), at(0, 4));
  }

  @Test
  void theLatestThreeStandBesideTheOneAfterTheTools() {
    assertThat(CacheMarks.in(marked(of("", List.of(NEXT), FIVE), all()))).hasSize(3);
  }

  @Test
  void fourStandWhereThereAreNeitherToolsNorInstructions() {
    assertThat(CacheMarks.in(marked(of(" ", List.of(), FIVE), all())))
        .containsExactlyInAnyOrder(at(0, 1), at(0, 2), at(0, 3), at(0, 4));
  }

  @Test
  void aMarkOnThinkingMovesToTheBlockBeforeIt() {
    ModelRequest request =
        of("", List.of(), Message.user("a"), assistant(new Text("b"), THINKING, THINKING));
    assertThat(CacheMarks.in(marked(request, at(1, 2)))).containsExactly(at(1, 0));
  }

  @Test
  void aMarkOnLeadingThinkingMovesToTheMessageBeforeIt() {
    ModelRequest request =
        of("", List.of(), user(new Text("a"), new Text("b")), assistant(THINKING, new Text("c")));
    assertThat(CacheMarks.in(marked(request, at(1, 0)))).containsExactly(at(0, 1));
  }

  @Test
  void aMarkOnAnEmptyTextMovesToo() {
    ModelRequest request = of("", List.of(), user(new Text("a"), new Text("")));
    assertThat(CacheMarks.in(marked(request, at(0, 1)))).containsExactly(at(0, 0));
  }

  @Test
  void marksThatMoveToTheSameBlockCountOnce() {
    ModelRequest request =
        of("x", List.of(), user(new Text("a"), new Text("b")), assistant(THINKING, THINKING));
    assertThat(CacheMarks.in(marked(request, at(0, 0), at(0, 1), at(1, 0), at(1, 1))))
        .containsExactlyInAnyOrder(at(0, 0), at(0, 1));
  }

  @Test
  void aMarkWithNothingBeforeItThatCouldCarryItIsDropped() {
    ModelRequest request = of("", List.of(), assistant(THINKING));
    assertThat(CacheMarks.in(marked(request, at(0, 0)))).isEmpty();
  }
}
