package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ToolTimeLimitTest {

  /** Tools that wait for something that never comes. */
  public static final class Stuck {
    final CountDownLatch never = new CountDownLatch(1);
    final CountDownLatch begun = new CountDownLatch(2);
    final CountDownLatch interrupted = new CountDownLatch(1);

    @Tool(value = "Reads for ever.", effect = Effect.READ_ONLY)
    public String read() {
      return stuck();
    }

    @Tool(value = "Changes for ever.", effect = Effect.IDEMPOTENT)
    public String change() {
      return stuck();
    }

    @Tool(value = "Has a limit of its own.", effect = Effect.READ_ONLY, timeoutSeconds = 30)
    public String patient() throws InterruptedException {
      interrupted.await();
      return "patient";
    }

    private String stuck() {
      begun.countDown();
      try {
        never.await();
        return "never";
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new IllegalStateException(e);
      }
    }
  }

  private final Stuck stuck = new Stuck();
  private final Tools tools = Tools.of(stuck).timeout(Duration.ofMillis(300));

  private ToolAnswer run(String tool) {
    return tools.runAll(List.of(Fixture.prepared(tools, tool, "{}"))).getFirst();
  }

  @Test
  void aReadThatTakesTooLongFailsAndMayBeCalledAgain() {
    ToolAnswer answer = run("read");

    assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(answer.text())
        .isEqualTo("read timed out after 300 ms; it changes nothing and may be called again.");
  }

  @Test
  void aChangeThatTakesTooLongIsUnknown() {
    ToolAnswer answer = run("change");

    assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(answer.text())
        .isEqualTo(
            "change timed out after 300 ms. It may have taken effect, and may be called again.");
  }

  @Test
  void theLateToolIsInterrupted() throws InterruptedException {
    run("change");

    stuck.interrupted.await();
    assertThat(stuck.interrupted.getCount()).isZero();
  }

  /** The patient tool ends only once the stuck one beside it was stopped at its own limit. */
  @Test
  void eachCallHasItsOwnLimitWhateverRunsBeforeItInTheBatch() {
    List<ToolAnswer> answers =
        tools.runAll(
            List.of(
                Fixture.prepared(tools, "patient", "{}"), Fixture.prepared(tools, "read", "{}")));

    assertThat(answers)
        .extracting(ToolAnswer::outcome)
        .containsExactly(Outcome.CONFIRMED, Outcome.FAILED);
  }

  @Test
  void anInterruptionOfTheWaitingThreadStopsTheCallsAndStaysSet() throws InterruptedException {
    Tools slow = Tools.of(stuck).timeout(Duration.ofHours(1));
    Thread caller = Thread.currentThread();
    Thread.ofVirtual()
        .start(() -> {
          awaitBeginning();
          caller.interrupt();
        });

    List<ToolAnswer> answers =
        slow.runAll(
            List.of(Fixture.prepared(slow, "read", "{}"), Fixture.prepared(slow, "change", "{}")));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answers)
        .extracting(ToolAnswer::outcome)
        .containsExactly(Outcome.FAILED, Outcome.UNKNOWN);
    stuck.interrupted.await();
  }

  @Test
  void aLimitIsPositive() {
    assertThatThrownBy(() -> tools.timeout(Duration.ZERO)).hasMessageContaining("PT0S");
  }

  private void awaitBeginning() {
    try {
      stuck.begun.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
