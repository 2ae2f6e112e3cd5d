package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.Fact.Kind;
import dev.recap.work.IdempotencyKey.Scope;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ToolAnswerTest {

  enum Priority {
    @JsonProperty("high")
    HIGH
  }

  record Price(String currency, int cents) {}

  record Unwritable(@Item String ticketId, Object strange) {}

  record Finished(
      @Item String ticketId,
      Priority priority,
      Optional<Priority> before,
      int draftLength,
      boolean urgent,
      String name,
      @Quoted String subject,
      @Nullable Priority none) {}

  /** A tool for each kind of answer. */
  public static final class Answers {
    final CountDownLatch secondIsDone = new CountDownLatch(1);

    @Tool(value = "Says text.", effect = Effect.READ_ONLY)
    public String text() {
      return "plain \"text\"";
    }

    @Tool(value = "Gives a record.", effect = Effect.READ_ONLY)
    public Price price() {
      return new Price("EUR", 250);
    }

    @Tool(value = "Gives a time.", effect = Effect.READ_ONLY)
    public Instant time() {
      return Instant.parse("2026-11-24T10:00:00Z");
    }

    @Tool(value = "Gives nothing.", effect = Effect.IDEMPOTENT)
    public void nothing() {}

    @Tool(value = "Refuses.", effect = Effect.ONCE, scope = Scope.JOURNAL)
    public String refuse() {
      throw new ToolFailure("no draft yet: write one first");
    }

    @Tool(value = "Breaks.", effect = Effect.READ_ONLY)
    public String breakDown() {
      throw new IllegalStateException("disk full");
    }

    @Tool(value = "Gives what cannot be written.", effect = Effect.ONCE)
    public Closed<Unwritable> unwritable(@Item String ticketId) {
      return Closed.of(new Unwritable(ticketId, new Object()));
    }

    @Tool(value = "Finishes after the second.", effect = Effect.READ_ONLY)
    public String first() throws InterruptedException {
      secondIsDone.await();
      return "one";
    }

    @Tool(value = "Finishes first.", effect = Effect.READ_ONLY)
    public String second() {
      secondIsDone.countDown();
      return "two";
    }

    @Tool(value = "Opens.", effect = Effect.IDEMPOTENT)
    public Opened<Price> open() {
      return Opened.of("TICKET-1", new Price("EUR", 1));
    }

    @Tool(value = "Closes.", effect = Effect.ONCE)
    public Closed<Finished> close(@Item String ticketId) {
      return Closed.of(
          new Finished(
              ticketId,
              Priority.HIGH,
              Optional.of(Priority.HIGH),
              120,
              true,
              "Ada",
              "It broke",
              null));
    }

    @Tool(value = "Tells what it was told.", effect = Effect.READ_ONLY)
    public List<String> context(CallContext call, String word) {
      return List.of(
          call.runId(), call.callId(), call.idempotencyKey(), call.tool(), call.arguments());
    }
  }

  private final Tools tools = Tools.of(new Answers());

  private ToolAnswer run(String tool, String arguments) {
    return tools.runAll(List.of(Fixture.prepared(tools, tool, arguments))).getFirst();
  }

  @Nested
  class TheText {
    @Test
    void ofAStringIsTheStringItself() {
      assertThat(run("text", "{}").text()).isEqualTo("plain \"text\"");
    }

    @Test
    void ofAnyOtherValueIsItsJson() {
      assertThat(run("price", "{}").text()).isEqualTo("{\"currency\":\"EUR\",\"cents\":250}");
    }

    @Test
    void ofATimeIsReadable() {
      assertThat(run("time", "{}").text()).isEqualTo("\"2026-11-24T10:00:00Z\"");
    }

    @Test
    void ofNothingSaysThatItIsDone() {
      assertThat(run("nothing", "{}").text()).isEqualTo("done");
    }
  }

  @Nested
  class WhatGoesWrong {
    @Test
    void asARefusalIsAFailureInTheToolsOwnWords() {
      assertThat(run("refuse", "{}"))
          .isEqualTo(
              new ToolAnswer("call-refuse", "no draft yet: write one first", Outcome.FAILED, null));
    }

    @Test
    void asAnExceptionIsAFailureThatNamesTheTool() {
      assertThat(run("break_down", "{}"))
          .isEqualTo(
              new ToolAnswer(
                  "call-break_down", "break_down failed: disk full", Outcome.FAILED, null));
    }

    /** The tool has done its work by then: to call it a failure would have it done twice. */
    @Test
    void inWritingAResultDoesNotUndoWhatTheToolDid() {
      ToolAnswer answer = run("unwritable", "{'ticket_id':'TICKET-1'}");

      assertThat(answer.outcome()).isEqualTo(Outcome.CONFIRMED);
      assertThat(answer.text()).contains("unwritable").contains("cannot be shown");
      assertThat(answer.change()).isEqualTo(new WorkChange.Closes(List.of()));
    }
  }

  @Nested
  class Items {
    @Test
    void areOpenedByTheResult() {
      ToolAnswer answer = run("open", "{}");

      assertThat(answer.change()).isEqualTo(new WorkChange.Opens(new WorkItem("TICKET-1")));
      assertThat(answer.text()).isEqualTo("{\"currency\":\"EUR\",\"cents\":1}");
    }

    @Test
    void areClosedWithTheFactsThatALineMayStateInComponentOrder() {
      assertThat(run("close", "{'ticket_id':'TICKET-1'}").change())
          .isEqualTo(
              new WorkChange.Closes(
                  List.of(
                      new Fact("ticket id", "TICKET-1", Kind.VALUE),
                      new Fact("priority", "high", Kind.CHOICE),
                      new Fact("before", "high", Kind.CHOICE),
                      new Fact("draft length", "120", Kind.VALUE),
                      new Fact("urgent", "true", Kind.VALUE),
                      new Fact("subject", "It broke", Kind.QUOTED))));
    }

    @Test
    void canOnlyBeChangedByACallThatSucceeded() {
      var change = new WorkChange.Opens(new WorkItem("TICKET-1"));

      assertThatThrownBy(() -> new ToolAnswer("c", "t", Outcome.FAILED, change))
          .hasMessageContaining("only a confirmed call");
    }
  }

  @Test
  void answersComeInCallOrderWhateverFinishesFirst() {
    List<ToolAnswer> answers =
        tools.runAll(
            List.of(
                Fixture.prepared(tools, "first", "{}"), Fixture.prepared(tools, "second", "{}")));

    assertThat(answers).extracting(ToolAnswer::text).containsExactly("one", "two");
  }

  @Test
  void aToolMayAskForTheContextOfItsCall() {
    assertThat(run("context", "{'word': 'x'}").text())
        .isEqualTo(
            """
            ["run-1","call-context","context:key","context","{\\"word\\":\\"x\\"}"]\
            """);
  }
}
