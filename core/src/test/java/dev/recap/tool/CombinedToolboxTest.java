package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.ToolCall;
import dev.recap.model.ToolSpec;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CombinedToolboxTest {
  private final List<String> done = new ArrayList<>();

  /** Says what it was asked to say. */
  public final class Loud {
    @Tool(value = "Shouts.", effect = Effect.ONCE)
    public String shout(@Key String words) {
      done.add("shouted " + words);
      return words + "!";
    }
  }

  /** The same, but so that nobody hears it; interrupts whoever asked. */
  public final class Quiet {
    private final Thread asking = Thread.currentThread();

    @Tool(value = "Murmurs.", effect = Effect.READ_ONLY)
    public String murmur(String words) {
      done.add("murmured " + words);
      return words;
    }

    @Tool(value = "Stops the one who waits.", effect = Effect.READ_ONLY)
    public String stop() throws InterruptedException {
      asking.interrupt();
      Thread.currentThread().join();
      return "never";
    }
  }

  private final Toolbox both = Toolbox.of(Tools.of(new Quiet()), Tools.of(new Loud()));

  @Test
  void namesTheToolsInTheOrderOfTheToolboxes() {
    assertThat(both.specs()).extracting(ToolSpec::name).containsExactly("murmur", "stop", "shout");
  }

  @Test
  void answersInCallOrderWhicheverToolboxHasTheTool() {
    List<ToolAnswer> answers =
        both.runAll(
            List.of(
                prepared("1", "shout", "{\"words\":\"a\"}"),
                prepared("2", "murmur", "{\"words\":\"b\"}"),
                prepared("3", "shout", "{\"words\":\"c\"}")));

    assertThat(answers).extracting(ToolAnswer::callId).containsExactly("1", "2", "3");
    assertThat(answers).extracting(ToolAnswer::text).containsExactly("a!", "b", "c!");
  }

  @Test
  void asksTheToolboxThatHasTheToolAboutACall() {
    assertThat(both.check(new ToolCall("1", "shout", "{}")).complaint().orElseThrow())
        .contains("shout was not called", "words");
    assertThat(both.declaration("shout").orElseThrow().effect()).isEqualTo(Effect.ONCE);
    assertThat(both.declaration("sing")).isEmpty();
  }

  @Test
  void beginsNothingMoreOnceTheThreadIsInterrupted() {
    List<ToolAnswer> answers =
        both.runAll(
            List.of(prepared("1", "stop", "{}"), prepared("2", "shout", "{\"words\":\"a\"}")));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).isEmpty();
    assertThat(answers)
        .extracting(ToolAnswer::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED);
    assertThat(answers.getLast().text())
        .isEqualTo("shout was not executed: the run was cancelled.");
  }

  @Nested
  class ItIsAMistake {
    @Test
    void toGiveTwoToolsOneName() {
      assertThatThrownBy(() -> Toolbox.of(Tools.of(new Loud()), Tools.of(new Loud())))
          .hasMessage("tool names must be unique, but there are two named 'shout'");
    }
  }

  private PreparedCall prepared(String id, String tool, String arguments) {
    return Fixture.prepared(both, new ToolCall(id, tool, arguments));
  }
}
