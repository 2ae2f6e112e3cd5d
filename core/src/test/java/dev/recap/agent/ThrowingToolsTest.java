package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.CallContext;
import dev.recap.tool.ForeignTool;
import dev.recap.tool.Item;
import dev.recap.tool.Tool;
import dev.recap.tool.ToolFailure;
import dev.recap.tool.Tools;
import dev.recap.work.Effect;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tool throws. An exception is no proof that nothing happened: only what its author says is.
 */
class ThrowingToolsTest {

  /** Throws what a test wants it to. */
  static final class Sender {
    private final Supplier<Throwable> thrown;
    int sent;

    Sender(Supplier<Throwable> thrown) {
      this.thrown = thrown;
    }

    private String send() {
      sent++;
      return Sender.<RuntimeException>sneaky(thrown.get());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> String sneaky(Throwable any) throws T {
      throw (T) any;
    }

    @Tool(
        value = "Once.",
        effect = Effect.ONCE,
        nothingHappenedOn = {FileNotFoundException.class, IllegalArgumentException.class})
    public String once(@Item String order) {
      return send();
    }

    @Tool(value = "Again and again.", effect = Effect.IDEMPOTENT)
    public String set(@Item String order) {
      return send();
    }

    @Tool(value = "Reads.", effect = Effect.READ_ONLY)
    public String look(@Item String order) {
      return send();
    }

    @Tool("Nobody knows.")
    public String anything(String order) {
      return send();
    }
  }

  static Stream<Arguments> whatIsKnown() {
    Supplier<Throwable> refusal = () -> new ToolFailure("no");
    Supplier<Throwable> runtime = () -> new IllegalStateException("read timed out");
    Supplier<Throwable> checked = () -> new IOException("reset by peer");
    Supplier<Throwable> error = () -> new StackOverflowError();
    Supplier<Throwable> linkage = () -> new NoClassDefFoundError("org/example/Gone");
    Supplier<Throwable> wrapped = () -> new UncheckedIOException(new FileNotFoundException("x"));
    Stream.Builder<Arguments> rows = Stream.builder();
    for (Supplier<Throwable> unclear : List.of(runtime, checked, error, linkage, wrapped)) {
      rows.add(Arguments.of("once", unclear, Standing.UNKNOWN, true));
      rows.add(Arguments.of("anything", unclear, Standing.UNKNOWN, true));
      rows.add(Arguments.of("set", unclear, Standing.UNKNOWN, false));
      rows.add(Arguments.of("look", unclear, Standing.FAILED, false));
    }
    for (String tool : List.of("once", "anything", "set", "look")) {
      rows.add(Arguments.of(tool, refusal, Standing.FAILED, false));
    }
    Supplier<Throwable> named = () -> new FileNotFoundException("no such file");
    Supplier<Throwable> subclass = () -> new NumberFormatException("no number");
    rows.add(Arguments.of("once", named, Standing.FAILED, false));
    rows.add(Arguments.of("once", subclass, Standing.FAILED, false));
    rows.add(Arguments.of("set", named, Standing.UNKNOWN, false));
    return rows.build();
  }

  @ParameterizedTest
  @MethodSource("whatIsKnown")
  void whatIsOnRecord(String tool, Supplier<Throwable> thrown, Standing standing, boolean waits) {
    var sender = new Sender(thrown);
    try (var model = model(order(tool), order(tool), Replies.saying("Ok."))) {
      Run run = agent(model, sender).start("Go.");
      RunResult result = run.result();

      assertThat(answers(run).getFirst().standing()).isEqualTo(standing);
      assertThat(result instanceof RunResult.UnsettledEffect).isEqualTo(waits);
      // What may have happened and must not happen twice is not tried again.
      assertThat(sender.sent).isEqualTo(waits ? 1 : 2);
    }
  }

  /** The first try may have been booked: that the second found nothing to do does not undo it. */
  @Test
  void aRefusalOfARepeatDoesNotSayThatTheFirstTryDidNothing() {
    var times = new int[1];
    var sender =
        new Sender(
            () -> times[0]++ == 0 ? new IllegalStateException("late") : new ToolFailure("no"));
    try (var model = model(order("set"), order("set"), Replies.saying("Ok."))) {
      Run run = agent(model, sender).start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(run.ledger().unsettled()).hasSize(1);
    }
  }

  @Test
  void theSiblingsOfACallThatThrowsAnErrorHaveTheirAnswers() {
    var sender = new Sender(AssertionError::new);
    var shop = new PaintShop();
    try (var model =
        model(
            order("look")
                .andCalling("look_at", "{\"thing\":\"T-1\"}")
                .andCalling("look_up", "{\"words\":\"w\"}"),
            Replies.saying("Ok."))) {
      Run run = agent(model, sender, shop).start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(answers(run))
          .extracting(Answered::standing)
          .containsExactlyInAnyOrder(Standing.FAILED, Standing.CONFIRMED, Standing.CONFIRMED);
    }
  }

  @Test
  void aForeignToolIsNoDifferent() {
    String schema = "{\"type\":\"object\"}";
    ForeignTool foreign =
        ForeignTool.of(
                "once",
                "Once.",
                schema,
                (arguments, call) -> {
                  throw new IOException("reset by peer");
                })
            .once("order");
    try (var model = model(order("once"), Replies.saying("Ok."))) {
      assertThat(agent(model, foreign).start("Go.").result())
          .isInstanceOf(RunResult.UnsettledEffect.class);
    }
  }

  /** The tool says itself when it crosses the line. */
  static final class Careful {
    private final boolean crosses;

    Careful(boolean crosses) {
      this.crosses = crosses;
    }

    @Tool(value = "Once.", effect = Effect.ONCE, begins = true)
    public String once(@Item String order, CallContext call) {
      if (crosses) {
        call.begins();
      }
      throw new IllegalStateException("the connection pool is empty");
    }
  }

  @Test
  void whatIsThrownBeforeTheEffectBeginsDidNothing() {
    try (var model = model(order("once"), Replies.saying("Ok."))) {
      Run run = agent(model, new Careful(false)).start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(answers(run).getFirst().whole())
          .isEqualTo("once failed: the connection pool is empty");
    }
  }

  /** Its client gives up waiting, and the thread that was to pay goes on. */
  static final class Impatient {
    final java.util.concurrent.atomic.AtomicReference<CallContext> left =
        new java.util.concurrent.atomic.AtomicReference<>();

    @Tool(value = "Once.", effect = Effect.ONCE, begins = true)
    public String once(@Item String order, CallContext call) {
      left.set(call);
      throw new IllegalStateException("no answer in 100 ms");
    }
  }

  @Test
  void whatHadNotBegunWhenTheMethodEndedNeverBegins() {
    var tool = new Impatient();
    try (var model = model(order("once"), Replies.saying("Ok."))) {
      agent(model, tool).start("Go.").result();

      assertThatThrownBy(() -> tool.left.get().begins())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("must not begin any more");
    }
  }

  @Test
  void anExceptionThatCannotEvenSayWhatItIsIsAnAnswerToo() {
    var sender =
        new Sender(() ->
            new IllegalStateException() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new UnsupportedOperationException();
              }
            });
    try (var model = model(order("look"), Replies.saying("Ok."))) {
      Run run = agent(model, sender).start("Go.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      assertThat(answers(run).getFirst().standing()).isEqualTo(Standing.FAILED);
    }
  }

  @Test
  void whatIsThrownAfterThatMayHaveHappened() {
    try (var model = model(order("once"), Replies.saying("Ok."))) {
      assertThat(agent(model, new Careful(true)).start("Go.").result())
          .isInstanceOf(RunResult.UnsettledEffect.class);
    }
  }

  private static Replies order(String tool) {
    return calls(tool, "{'order':'O-1'}");
  }

  private static Agent agent(ScriptedModel model, Object... tools) {
    return Agent.builder(model).toolbox(Tools.of(tools)).compaction(Compaction.none()).build();
  }

  private static List<Answered> answers(Run run) {
    return Seen.entries(run.journal(), Answered.class);
  }
}
