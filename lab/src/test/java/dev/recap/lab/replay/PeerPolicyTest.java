package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Message;
import dev.recap.conversation.ToolResult;
import dev.recap.invariants.Invariants;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerPolicyTest {
  private final BlockCounts counts = new BlockCounts();

  /** The task, four turns with a call, and what the user said after the second one. */
  private static List<Message> whole() {
    RecordedRun run =
        new TraceText("t")
            .user("The task.")
            .call("get_a", "a-1", "result one")
            .call("get_b", "b-1", "result two")
            .assistant("Shall I go on?")
            .user("Yes.")
            .call("get_c", "c-1", "result three")
            .call("get_d", "d-1", "result four")
            .assistant("Done.")
            .run();
    return new Replay(ReplayBench.of(run, 4, new BlockCounts()))
        .exchanges()
        .getLast()
        .whole()
        .messages();
  }

  private static List<String> results(List<Message> messages) {
    return messages.stream()
        .flatMap(message -> message.results().stream())
        .map(ToolResult::content)
        .toList();
  }

  @Test
  void lastTurnsKeepTheTaskAndSoManyTurns() {
    List<Message> kept = new PeerPolicy.LastTurns(2).shortened(whole());

    assertThat(kept.getFirst().text()).isEqualTo("The task.");
    assertThat(results(kept)).containsExactly("result three", "result four");
    assertThat(new PeerPolicy.LastTurns(99).shortened(whole())).isEqualTo(whole());
  }

  @Test
  void lastTokensKeepWhatFitsAndTheLastTurnWhateverHappens() {
    long all = whole().stream().mapToLong(counts::of).sum();

    assertThat(new PeerPolicy.LastTokens(all, counts).shortened(whole())).isEqualTo(whole());
    List<Message> less = new PeerPolicy.LastTokens(all - 1, counts).shortened(whole());
    assertThat(results(less)).containsExactly("result two", "result three", "result four");
    assertThat(results(new PeerPolicy.LastTokens(1, counts).shortened(whole())))
        .containsExactly("result four");
  }

  private List<String> clearing(int keep, long fromTokens, long atLeast) {
    return results(
        new PeerPolicy.NewestResults(keep, fromTokens, atLeast, counts).shortened(whole()));
  }

  @Test
  void newestResultsStayAndTheOthersAreReplacedFromASizeOn() {
    long all = whole().stream().mapToLong(counts::of).sum();

    assertThat(clearing(1, all + 1, 0)).doesNotContain(PeerPolicy.PLACEHOLDER);
    assertThat(clearing(1, 1, -1_000))
        .containsExactly(
            PeerPolicy.PLACEHOLDER, PeerPolicy.PLACEHOLDER, PeerPolicy.PLACEHOLDER, "result four");
  }

  @Test
  void betweenTwoBatchesNothingChanges() {
    String much = "much was found ".repeat(30);
    var trace = new TraceText("t").user("The task.");
    for (int i = 0; i < 4; i++) {
      trace.call("get_a", "a-" + i, much);
    }
    List<Message> messages =
        new Replay(ReplayBench.of(trace.assistant("Done.").run(), 4, counts))
            .exchanges()
            .getLast()
            .whole()
            .messages();
    long three = messages.stream().limit(7).mapToLong(counts::of).sum();

    assertThat(results(new PeerPolicy.NewestResults(1, three, 0, counts).shortened(messages)))
        .containsExactly(PeerPolicy.PLACEHOLDER, PeerPolicy.PLACEHOLDER, much, much);
  }

  @Test
  void aBatchThatFreesTooLittleIsLeftUndone() {
    assertThat(clearing(1, 1, 1_000)).doesNotContain(PeerPolicy.PLACEHOLDER);
  }

  @Test
  void eachLeavesAValidView() {
    for (int n = 1; n < 6; n++) {
      assertThat(Invariants.broken(new PeerPolicy.LastTurns(n).shortened(whole()), "The task."))
          .isEmpty();
      assertThat(
              Invariants.broken(
                  new PeerPolicy.LastTokens(40L * n, counts).shortened(whole()), "The task."))
          .isEmpty();
    }
  }
}
