package dev.recap.agent;

import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Seen.entries;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.journal.RunEnded;
import dev.recap.model.ModelException;
import dev.recap.model.ModelReply;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Item;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import dev.recap.work.IdempotencyKey.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelTest {
  private final CountDownLatch begun = new CountDownLatch(1);

  /** Tools that never come back by themselves. */
  public final class Stuck {
    final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Tool(value = "Reads for ever.", effect = Effect.READ_ONLY)
    public String read() throws InterruptedException {
      return stuck();
    }

    @Tool(value = "Changes for ever.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String change() throws InterruptedException {
      return stuck();
    }

    @Tool(value = "Changes at once.", effect = Effect.IDEMPOTENT)
    public String touch(@Item String thing) {
      done.add(thing);
      return thing;
    }
  }

  private final Stuck stuck = new Stuck();

  private String stuck() throws InterruptedException {
    begun.countDown();
    new CountDownLatch(1).await();
    return "never";
  }

  @AfterEach
  void theFlagIsClear() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private Agent agent(ScriptedModel model) {
    return Agent.builder(model).tools(stuck).compaction(Compaction.none()).build();
  }

  /** Does it on another thread once a tool or the model has begun to wait. */
  private void whenWaiting(Runnable what) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            begun.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          what.run();
        });
  }

  private ModelReply waitForEver() {
    try {
      stuck();
      throw new AssertionError("not reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(ModelException.Category.INTERRUPTED, "interrupted", null, e);
    }
  }

  @Nested
  class Cancelling {
    @Test
    void beforeTheFirstTurnAsksNothing() {
      try (var model = model()) {
        Run run = agent(model).start("Go.");
        run.cancel();

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(run.journal().entries().getLast()).isEqualTo(new RunEnded("Cancelled"));
      }
    }

    @Test
    void betweenTurnsAsksNothingMore() {
      try (var model = model(Replies.calling("touch", "{\"thing\":\"a\"}"))) {
        Run run = agent(model).start("Go.");
        run.iterator().next();
        run.cancel();

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
      }
    }

    @Test
    void whileTheModelThinksStopsIt() {
      try (var model = model().then(request -> waitForEver())) {
        Run run = agent(model).start("Go.");
        whenWaiting(run::cancel);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
      }
    }

    @Test
    void whileAToolReadsAnswersTheCallAndStops() {
      try (var model = model(Replies.calling("read", "{}"))) {
        Run run = agent(model).start("Go.");
        whenWaiting(run::cancel);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(entries(run.journal(), Answered.class))
            .singleElement()
            .extracting(Answered::standing)
            .isEqualTo(Standing.FAILED);
      }
    }

    /** Stronger than "cancelled": somebody has to find out. */
    @Test
    void whileAToolChangesSomethingLeavesAnUnsettledEffect() {
      try (var model = model(Replies.calling("change", "{}"))) {
        Run run = agent(model).start("Go.");
        whenWaiting(run::cancel);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(run.ledger().unsettled()).hasSize(1);
      }
    }

    @Test
    void startsNoneOfTheCallsThatWouldComeLater() {
      try (var model =
          model(
              Replies.calling("read", "{}")
                  .andCalling("change", "{}")
                  .andCalling("touch", "{\"thing\":\"a\"}"))) {
        Run run = agent(model).start("Go.");
        whenWaiting(run::cancel);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(stuck.done).isEmpty();
        assertThat(entries(run.journal(), Answered.class))
            .extracting(Answered::standing)
            .containsExactly(Standing.FAILED, Standing.REJECTED, Standing.REJECTED);
        assertThat(entries(run.journal(), Answered.class).getLast().whole())
            .isEqualTo("touch was not executed: the run was cancelled.");
      }
    }

    @Test
    void leavesAConversationThatCanGoOn() {
      try (var model = model(Replies.calling("read", "{}"), Replies.saying("Ok."))) {
        Run run = agent(model).start("Go.");
        whenWaiting(run::cancel);
        run.result();

        assertThat(run.send("Go on.").result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(lastResults(model)).extracting(ToolResult::error).containsExactly(true);
      }
    }

    @Test
    void isOnRecordInAFileToo(@TempDir Path folder) {
      try (var model = model(Replies.calling("read", "{}"));
          var journal = JsonLinesJournal.open(folder.resolve("journal.jsonl"))) {
        Run run = agent(model).start(journal, "Go.");
        whenWaiting(run::cancel);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(journal.entries().getLast()).isEqualTo(new RunEnded("Cancelled"));
      }
    }

    @Test
    void afterTheEndChangesNothing() {
      try (var model = model(Replies.saying("Ok."))) {
        Run run = agent(model).start("Go.");
        run.result();
        run.cancel();

        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      }
    }
  }

  @Nested
  class InterruptingTheThread {
    @Test
    void cancelsTheRunAndKeepsTheFlagForTheCaller() {
      try (var model = model()) {
        Run run = agent(model).start("Go.");
        Thread.currentThread().interrupt();

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void whileAToolRunsStopsIt() {
      try (var model = model(Replies.calling("read", "{}"))) {
        Run run = agent(model).start("Go.");
        whenWaiting(Thread.currentThread()::interrupt);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void whileTheModelThinksStopsIt() {
      try (var model = model(opens()).then(request -> waitForEver())) {
        Run run =
            Agent.builder(model)
                .tools(new PaintShop())
                .compaction(Compaction.none())
                .build()
                .start("Go.");
        whenWaiting(Thread.currentThread()::interrupt);

        assertThat(run.result()).isEqualTo(new RunResult.Cancelled());
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }
}
