package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.model.ToolSpec;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.tool.Toolbox.Way;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LookUpTest {
  /** Tools with look-ups of every fitting kind. */
  public static final class Office {
    volatile boolean found = true;
    final CountDownLatch never = new CountDownLatch(1);
    final CountDownLatch gate = new CountDownLatch(1);
    volatile Thread working;

    @Tool(value = "Files something.", effect = Effect.ONCE)
    public Closed<String> file(@Item String folder) {
      return Closed.of("filed");
    }

    @LookUp(value = "file", notFoundIsFinal = true)
    public Optional<Closed<String>> isFiled(CallContext call) {
      return found
          ? Optional.of(Closed.of(call.idempotencyKey() + " of " + call.arguments()))
          : none();
    }

    @Tool(value = "Stamps.", effect = Effect.IDEMPOTENT)
    public void stamp() {}

    @LookUp("stamp")
    public Optional<String> isStamped(CallContext call) {
      return Optional.of("stamped");
    }

    @Tool(value = "Counts up.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public int count() {
      return 1;
    }

    @LookUp("count")
    public Optional<Integer> counted(CallContext call) {
      return Optional.of(7);
    }

    @Tool(value = "Burns.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String burn() {
      return "burnt";
    }

    @LookUp("burn")
    public Optional<String> isBurnt(CallContext call) throws InterruptedException {
      never.await();
      return none();
    }

    @Tool(value = "Works on, whatever interrupts it.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String plod() {
      working = Thread.currentThread();
      boolean through = false;
      while (!through) {
        try {
          gate.await();
          through = true;
        } catch (InterruptedException plodsOn) {
          found = false;
        }
      }
      throw new IllegalStateException("came to nothing");
    }

    @LookUp(value = "plod", notFoundIsFinal = true)
    public Optional<String> hasPlodded(CallContext call) {
      return found ? Optional.of("plodded") : none();
    }

    private static <T> Optional<T> none() {
      return Optional.empty();
    }
  }

  private final Office office = new Office();
  private final Tools tools = Tools.of(office).timeout(Duration.ofMillis(300));

  @Test
  void theModelNeverSeesIt() {
    assertThat(tools.specs())
        .extracting(ToolSpec::name)
        .containsExactly("burn", "count", "file", "plod", "stamp");
  }

  @Nested
  class ItsAnswer {
    private final Tools patient = tools.timeout(Duration.ofMinutes(1));

    @Test
    void isWhatTheToolWouldHaveSaid() {
      ToolAnswer answer =
          patient
              .findOut(Fixture.prepared(tools, "file", "{'folder':'a'}"), Way.LOOK_UP)
              .orElseThrow();

      assertThat(answer.outcome()).isEqualTo(Outcome.CONFIRMED);
      assertThat(answer.text()).isEqualTo("file:key of {\"folder\":\"a\"}");
      assertThat(answer.change()).isEqualTo(new WorkChange.Closes(List.of()));
    }

    @Test
    void mayBeAWordForAToolThatSaysNothing() {
      assertThat(
              patient
                  .findOut(Fixture.prepared(tools, "stamp", "{}"), Way.LOOK_UP)
                  .orElseThrow()
                  .text())
          .isEqualTo("stamped");
    }

    @Test
    void mayBeANumber() {
      assertThat(
              patient
                  .findOut(Fixture.prepared(tools, "count", "{}"), Way.LOOK_UP)
                  .orElseThrow()
                  .text())
          .isEqualTo("7");
    }

    @Test
    void thatNothingIsThereMeansThatItDidNotHappen() {
      office.found = false;

      assertThat(
              patient
                  .findOut(Fixture.prepared(tools, "file", "{'folder':'a'}"), Way.LOOK_UP)
                  .orElseThrow()
                  .outcome())
          .isEqualTo(Outcome.FAILED);
    }

    @Test
    void isNoneWhenItTakesTooLong() {
      assertThat(tools.findOut(Fixture.prepared(tools, "burn", "{}"), Way.LOOK_UP)).isEmpty();
    }

    @Test
    void isNoneWhenTheThreadIsInterruptedAndTheFlagStays() {
      Thread.currentThread().interrupt();

      assertThat(patient.findOut(Fixture.prepared(tools, "burn", "{}"), Way.LOOK_UP)).isEmpty();
      assertThat(Thread.interrupted()).isTrue();
    }

    /** It may still take effect: that it is not there yet says nothing. */
    @Test
    void thatNothingIsThereIsNotBelievedWhileTheCallStillRuns() throws InterruptedException {
      PreparedCall plod = Fixture.prepared(tools, "plod", "{}");
      office.found = false;
      assertThat(tools.runAll(List.of(plod)).getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);

      assertThat(tools.findOut(plod, Way.LOOK_UP)).isEmpty();

      office.gate.countDown();
      office.working.join();
      assertThat(tools.findOut(plod, Way.LATE_FINISH)).isEmpty();
      assertThat(tools.findOut(plod, Way.LOOK_UP).orElseThrow().outcome())
          .isEqualTo(Outcome.FAILED);
    }
  }

  @Nested
  class ItRefuses {
    private static void refuses(String why, Object owner) {
      assertThatThrownBy(() -> Tools.of(owner))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }

    @Test
    void aLookUpOfAToolThatDoesNotExist() {
      refuses("there is a look-up of tool 'sing', but there are only [act]", new OfNothing());
    }

    @Test
    void aLookUpOfAToolThatChangesNothing() {
      refuses("tool 'read' is read-only, so there is nothing to look up", new OfARead());
    }

    @Test
    void aLookUpThatReturnsSomethingElse() {
      refuses(
          "the look-up of tool 'act' must return Optional<java.lang.String>, but returns"
              + " java.util.Optional<java.lang.Integer>",
          new OfAnotherType());
    }

    @Test
    void aLookUpWithOtherParameters() {
      refuses("a look-up has one parameter, a CallContext", new WithParameters());
    }

    @Test
    void twoLookUpsOfOneTool() {
      refuses("a tool has one look-up, but 'act' has two", new Twice());
    }

    @Test
    void aLookUpThatIsNotPublic() {
      refuses("a method marked @LookUp must be public", new Secretive());
    }
  }

  /** A tool to look up. */
  public static class Acts {
    @Tool(value = "Acts.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String act() {
      return "";
    }
  }

  /** Misses its tool. */
  public static final class OfNothing extends Acts {
    @LookUp("sing")
    public Optional<String> sung(CallContext call) {
      return Optional.empty();
    }
  }

  /** Looks up a read. */
  public static final class OfARead {
    @Tool(value = "Reads.", effect = Effect.READ_ONLY)
    public String read() {
      return "";
    }

    @LookUp("read")
    public Optional<String> hasRead(CallContext call) {
      return Optional.empty();
    }
  }

  /** Finds numbers where there are words. */
  public static final class OfAnotherType extends Acts {
    @LookUp("act")
    public Optional<Integer> acted(CallContext call) {
      return Optional.empty();
    }
  }

  /** Wants what a look-up is not told. */
  public static final class WithParameters extends Acts {
    @LookUp("act")
    public Optional<String> acted(String words) {
      return Optional.empty();
    }
  }

  /** Looks twice. */
  public static final class Twice extends Acts {
    @LookUp("act")
    public Optional<String> acted(CallContext call) {
      return Optional.empty();
    }

    @LookUp("act")
    public Optional<String> actedAgain(CallContext call) {
      return Optional.empty();
    }
  }

  /** Hides its look-up. */
  public static final class Secretive extends Acts {
    @LookUp("act")
    Optional<String> acted(CallContext call) {
      return Optional.empty();
    }
  }
}
