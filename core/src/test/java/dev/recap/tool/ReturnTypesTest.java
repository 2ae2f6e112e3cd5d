package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.tool.Toolbox.ToolDeclaration;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReturnTypesTest {

  /** Tools whose values are not there yet, or not there at all. */
  public static final class Works {
    final CompletableFuture<String> never = new CompletableFuture<>();
    boolean empty;

    @Tool(value = "Comes later.", effect = Effect.READ_ONLY)
    public CompletableFuture<Map<String, Integer>> later() {
      return CompletableFuture.supplyAsync(() -> Map.of("stock", 7));
    }

    @Tool(value = "Comes never.", effect = Effect.ONCE, scope = Scope.JOURNAL, timeoutSeconds = 1)
    public Future<String> never() {
      return never;
    }

    @Tool(value = "Refuses later.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public CompletionStage<String> refusesLater() {
      return CompletableFuture.failedFuture(new ToolFailure("no such account"));
    }

    @Tool(value = "Does something later.", effect = Effect.IDEMPOTENT)
    public CompletableFuture<@Nullable Void> doesLater() {
      return CompletableFuture.completedFuture(null);
    }

    @Tool(value = "Opens later.", effect = Effect.IDEMPOTENT)
    public CompletionStage<Opened<String>> opensLater() {
      return CompletableFuture.completedFuture(Opened.of("T-1", "a ticket"));
    }

    @Tool(value = "Opens if there is one.", effect = Effect.IDEMPOTENT)
    public Optional<Opened<String>> next() {
      return empty ? Optional.empty() : Optional.of(Opened.of("T-1", "a ticket"));
    }

    @Tool(value = "Finds.", effect = Effect.READ_ONLY)
    public Optional<Integer> find() {
      return empty ? Optional.empty() : Optional.of(7);
    }

    @Tool(value = "Counts.", effect = Effect.READ_ONLY)
    public OptionalInt count() {
      return empty ? OptionalInt.empty() : OptionalInt.of(7);
    }

    @Tool(value = "Streams.", effect = Effect.READ_ONLY)
    public Stream<String> stream() {
      return Stream.of("a", "b");
    }

    @Tool(value = "Streams numbers.", effect = Effect.READ_ONLY)
    public IntStream numbers() {
      return IntStream.range(0, 3).map(n -> 6 / (empty ? n : 1));
    }

    @Tool(value = "Goes through.", effect = Effect.READ_ONLY)
    public Iterator<Integer> each() {
      return List.of(1, 2).iterator();
    }

    @Tool(value = "Hides a future.", effect = Effect.READ_ONLY)
    public Object hidden() {
      return CompletableFuture.completedFuture("here");
    }
  }

  private final Works works = new Works();
  private final Tools tools = Tools.of(works);

  private ToolAnswer run(String tool) {
    return tools.runAll(List.of(Fixture.prepared(tools, tool, "{}"))).getFirst();
  }

  @Nested
  class AFuture {
    @Test
    void isAwaited() {
      assertThat(run("later").text()).isEqualTo("{\"stock\":7}");
      assertThat(run("does_later").text()).isEqualTo("done");
      assertThat(run("hidden").text()).isEqualTo("here");
    }

    @Test
    void opensWhatItBrings() {
      assertThat(run("opens_later").change()).isEqualTo(new WorkChange.Opens(new WorkItem("T-1")));
      assertThat(tools.declaration("opens_later").orElseThrow().role())
          .isEqualTo(new ToolDeclaration.Role.Opens());
    }

    @Test
    void failsAsItsToolWould() {
      assertThat(run("refuses_later"))
          .isEqualTo(new ToolAnswer("call-refuses_later", "no such account", Outcome.FAILED, null));
    }

    @Test
    void isCancelledAtTheTimeLimitAndItsOutcomeIsUnknown() {
      ToolAnswer answer =
          tools
              .timeout(Duration.ofMillis(50))
              .runAll(List.of(Fixture.prepared(tools, "never", "{}")))
              .getFirst();

      assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(works.never).failsWithin(Duration.ofSeconds(10));
      assertThat(works.never.isCancelled()).isTrue();
    }
  }

  @Nested
  class NothingAtAll {
    @Test
    void isSaidToBeNothingAndOpensNothing() {
      works.empty = true;

      assertThat(run("next"))
          .isEqualTo(
              new ToolAnswer("call-next", "nothing: the result is empty", Outcome.CONFIRMED, null));
      assertThat(run("find").text()).isEqualTo("nothing: the result is empty");
      assertThat(run("count").text()).isEqualTo("nothing: the result is empty");
    }

    @Test
    void isNotSaidWhenThereIsSomething() {
      assertThat(run("next").change()).isEqualTo(new WorkChange.Opens(new WorkItem("T-1")));
      assertThat(run("next").text()).isEqualTo("a ticket");
      assertThat(run("find").text()).isEqualTo("7");
    }
  }

  @Nested
  class AStream {
    @Test
    void becomesAList() {
      assertThat(run("stream").text()).isEqualTo("[\"a\",\"b\"]");
      assertThat(run("numbers").text()).isEqualTo("[6,6,6]");
      assertThat(run("each").text()).isEqualTo("[1,2]");
    }

    @Test
    void failsAsItsToolWould() {
      works.empty = true;

      assertThat(run("numbers").text()).isEqualTo("numbers failed: / by zero");
    }
  }

  /** A tool of the type that a subclass names. */
  public abstract static class Returning<T> {
    @Tool(value = "Gives.", effect = Effect.IDEMPOTENT)
    public T give(@Item String thing) {
      throw new IllegalStateException("never called, but was with " + thing);
    }
  }

  record Wrapped(Opened<String> inside) {}

  record Promised(String name, CompletableFuture<String> rest) {}

  /** Of a reactive library, known by its package. */
  static Stream<Object> refused() {
    return Stream.of(
        new Returning<Flow.Publisher<String>>() {},
        new Returning<Supplier<String>>() {},
        new Returning<java.io.InputStream>() {},
        new Returning<io.reactivex.Single<String>>() {},
        new Returning<List<Opened<String>>>() {},
        new Returning<Stream<Opened<String>>>() {},
        new Returning<Opened<String>[]>() {},
        new Returning<Map<String, Closed<String>>>() {},
        new Returning<Optional<Closed<String>>>() {},
        new Returning<Optional<Optional<Opened<String>>>>() {},
        new Returning<CompletableFuture<List<Opened<String>>>>() {},
        new Returning<CompletableFuture<CompletableFuture<String>>>() {},
        new Returning<List<CompletableFuture<String>>>() {},
        new Returning<Opened<Opened<String>>>() {},
        new Returning<Opened<Flow.Publisher<String>>>() {},
        new Returning<Wrapped>() {},
        new Returning<Promised>() {},
        new Returning<Optional<List<Wrapped>>>() {});
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatWouldNotWorkIsRefusedByName(Object owner) {
    assertThatThrownBy(() -> Tools.of(owner))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tool 'give' cannot return ");
  }
}
