package dev.recap.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.Left;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.journal.Compacted.Stub;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.journal.ItemChange.ItemBegun;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The entries, one of each kind for the other tests, and what they refuse to say. */
class EntryTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Opening OPENING = new Opening(new WorkItem("TICKET-1"), 1);

  /** Every kind of entry, and every kind of block and change in them. */
  static List<Entry> everyKind() {
    var usage = new Usage(100, 20, 3, 40);
    return List.of(
        new RunStarted("run-1", NOON),
        new UserSaid("Work through the queue.\nAll of it: \"now\" \u00e4\ud83d\ude80", true),
        new Replied(
            1,
            new ModelReply(
                List.of(
                    new Opaque("thinking", "{\"type\":\"thinking\",\"signature\":\"c2ln\"}"),
                    new Text("Let me see."),
                    new ToolCall("call-1", "get_next_ticket", "{ }"),
                    new ToolCall("call-2", "mail", "{\"to\":\"a\"}")),
                StopReason.TOOL_USE,
                usage,
                "req_1"),
            NOON.plusSeconds(2)),
        new Intended(
            "call-1",
            "get_next_ticket",
            Effect.IDEMPOTENT,
            IdempotencyKey.of("get_next_ticket", null, IdempotencyKey.Scope.STANDARD, "{}"),
            null,
            null,
            NOON),
        new Answered(
            new ToolResult("call-1", "{\"id\"...", false),
            "{\"id\":\"TICKET-1\"}",
            Standing.CONFIRMED,
            null,
            new ItemOpened(
                OPENING,
                List.of(new ClosingRule("mark_complete", List.of("set_priority"), List.of())))),
        Answered.unexecuted("call-2", "no such tool", Standing.REJECTED, null),
        new Replied(
            2,
            new ModelReply(
                List.of(new ToolCall("call-3", "mark_complete", "{\"ticket_id\":\"TICKET-1\"}")),
                StopReason.TOOL_USE,
                Usage.NONE,
                ""),
            NOON.plusMillis(2_500)),
        new Intended(
            "call-3",
            "mark_complete",
            Effect.ONCE,
            new IdempotencyKey("mark_complete:1"),
            OPENING,
            null,
            NOON),
        new Answered(
            new ToolResult("call-3", "complete", false),
            "complete",
            Standing.CONFIRMED,
            OPENING,
            new ItemClosed(OPENING, List.of(new Fact("priority", "high", Fact.Kind.CHOICE)))),
        new Waiting(2, "call-3", "mark_complete", "{}", NOON.plusSeconds(60)),
        new Decided(2, "call-3", new Decided.Word(false, "Not yet.", "Pat", NOON)),
        new Settled(
            new Settled.Subject(new IdempotencyKey("mail:1"), "call-2", 1),
            Outcome.CONFIRMED,
            "sent",
            Settled.How.LOOK_UP,
            new ItemBegun(OPENING, List.of())),
        new Settled(
            new Settled.Subject(new IdempotencyKey("mail:2"), "call-4", 2),
            Outcome.FAILED,
            "",
            Settled.How.CALLER,
            null),
        new SummaryAsked(5_000, Written.NOTHING, "empty", usage, Duration.ofMillis(1_200), null),
        new SummaryAsked(
            5_500, new Written("All is well.", null), null, usage, Duration.ZERO, null),
        new SummaryAsked(
            5_600,
            new Written("", new Opaque("compaction", "{\"type\":\"compaction\"}")),
            null,
            usage,
            Duration.ZERO,
            "small-one"),
        new Compacted(
            "summarize",
            List.of(
                HeadBlock.of(HeadBlock.Kind.TASK, "Work."),
                HeadBlock.of(HeadBlock.Kind.CLOSED, "TICKET-1 closed.", OPENING),
                new HeadBlock(
                    HeadBlock.Kind.SUMMARY,
                    "",
                    List.of(),
                    new Opaque("compaction", "{\"type\":\"compaction\"}"))),
            new RollUp(1, "TICKET-0", "TICKET-0", Map.of("priority", Map.of("high", 1))),
            new Left(new LinkedHashSet<>(List.of(2, 1)), List.of(), Set.of(4, 3), 1),
            new Compacted.Report(5_500, 1_100, 31, 3, null)),
        new Compacted(
            "clear-tool-results",
            List.of(HeadBlock.of(HeadBlock.Kind.TASK, "Work.")),
            RollUp.NONE,
            new Left(
                Set.of(),
                List.of(new Stub(2, "call-3", "[cleared: the result of look_up]")),
                Set.of(),
                0),
            new Compacted.Report(5_500, 5_000, 31, 31, null)),
        new Compacted(
            "fold",
            List.of(HeadBlock.of(HeadBlock.Kind.TASK, "Work.")),
            RollUp.NONE,
            new Left(Set.of(3), List.of(), Set.of(), 0),
            new Compacted.Report(5_000, 4_000, 31, 20, 0.013)),
        new Weighed("fold", false, new Weighed.Worth(9, -4_300, -0.0129), "kept: 9 turns left"),
        new Weighed("summarize", false, null, "kept: it does not fit"),
        new UserSaid("And now?", false),
        new RunEnded("Answered"),
        new Entry.Erased(new WorkItem("erased-1f3a5b7c9d2e"), "Pat", NOON, 7));
  }

  @Nested
  class AnEntry {
    @Test
    void doesNotChangeAnItemUnlessTheCallWasConfirmed() {
      assertThatThrownBy(() ->
              new Answered(
                  new ToolResult("call-1", "", true),
                  "",
                  Standing.FAILED,
                  OPENING,
                  new ItemClosed(OPENING, List.of())))
          .hasMessage("only a confirmed call changes a work item, but call-1 was FAILED");
    }

    @Test
    void settlesAnEffectAsConfirmedOrFailed() {
      var subject = new Settled.Subject(new IdempotencyKey("mail:1"), "call-2", 1);

      assertThatThrownBy(() -> new Settled(subject, Outcome.UNKNOWN, "", Settled.How.CALLER, null))
          .hasMessageContaining("mail:1 was to be settled as UNKNOWN");
      assertThatThrownBy(() ->
              new Settled(
                  subject,
                  Outcome.FAILED,
                  "",
                  Settled.How.CALLER,
                  new ItemClosed(OPENING, List.of())))
          .hasMessageContaining("only a confirmed call changes a work item");
    }

    @Test
    void ofACallThatDidNotRunIsAReceiptOrARejection() {
      assertThatThrownBy(() -> Answered.unexecuted("call-1", "", Standing.CONFIRMED, null))
          .hasMessage("a call that did not run cannot be CONFIRMED");
    }

    @Test
    void countsTurnsFromOne() {
      var reply = new ModelReply(List.of(), StopReason.END_TURN, Usage.NONE, "");

      assertThatThrownBy(() -> new Replied(0, reply, NOON)).hasMessageContaining("was 0");
    }

    @Test
    void ofTheUserSaysSomething() {
      assertThatThrownBy(() -> new UserSaid(" \n", false)).hasMessageContaining("blank");
    }

    @Test
    void keepsTheCountsItWasMadeWith() {
      Map<String, Map<String, Integer>> counts = new java.util.HashMap<>();
      var rollUp = new RollUp(1, "A", "A", counts);
      counts.put("color", Map.of("red", 1));

      assertThat(rollUp.counts()).isEmpty();
      assertThat(rollUp.plus(OPENING, List.of(new Fact("color", "red", Fact.Kind.CHOICE))))
          .isEqualTo(new RollUp(2, "A", "TICKET-1", Map.of("color", Map.of("red", 1))));
    }

    @Test
    void listsTheTurnsThatLeftInOrder() {
      var compacted =
          new Compacted(
              "fold",
              List.of(),
              RollUp.NONE,
              new Left(Set.of(30, 4, 11, 7), List.of(), Set.of(), 0),
              new Compacted.Report(1, 1, 1, 1, null));

      assertThat(compacted.left().turns()).containsExactly(4, 7, 11, 30);
    }
  }
}
