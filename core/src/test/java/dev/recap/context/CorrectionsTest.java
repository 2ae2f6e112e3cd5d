package dev.recap.context;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.looksUp;
import static dev.recap.testing.Step.opens;
import static dev.recap.testing.Step.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.HeadBlock;
import dev.recap.journal.HeadBlock.Kind;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.Replied;
import dev.recap.journal.Standing;
import dev.recap.testing.Replies;
import dev.recap.testing.Step;
import dev.recap.testing.Story;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closing TICKET-3 takes classify_ticket, set_priority, route_to_team and draft_response; it was
 * classified as billing and its priority is urgent.
 */
class CorrectionsTest {
  private static final List<String> STEPS =
      List.of("classify_ticket", "set_priority", "route_to_team", "draft_response");

  private final Story story = Story.of("Work through the queue.");

  @BeforeEach
  void openTicket3() {
    open("TICKET-3");
    story.turn(tool("classify_ticket", "TICKET-3", "category", "billing"));
    story.turn(tool("set_priority", "TICKET-3", "priority", "high"));
    story.turn(tool("set_priority", "TICKET-3", "priority", "urgent"));
  }

  private void open(String ticket) {
    int turn = story.view().turns().size() + 1;
    var opening = new Opening(new WorkItem(ticket), 1);
    var key = IdempotencyKey.of("get_next_ticket", opening, "{}");
    var reply = Replies.calling("get_next_ticket", "{}").reply();
    String call = reply.calls().getFirst().id();
    story
        .then(new Replied(turn, reply, Story.NOON))
        .then(
            new dev.recap.journal.Intended(
                call, "get_next_ticket", Effect.IDEMPOTENT, key, opening, null, Story.NOON))
        .then(
            new dev.recap.journal.Answered(
                new dev.recap.conversation.ToolResult(call, ticket + " asks for money.", false),
                ticket + " asks for money.",
                Standing.CONFIRMED,
                opening,
                new ItemOpened(
                    opening,
                    List.of(new ClosingRule("mark_complete", STEPS, List.of("issue_refund"))))));
  }

  private static Step tool(String tool, String ticket, String argument, String value) {
    String arguments = "{\"ticket_id\":\"%s\",\"%s\":\"%s\"}".formatted(ticket, argument, value);
    return new Step(
        new Step.What(tool, Effect.IDEMPOTENT, arguments), ticket, Standing.CONFIRMED, "ok", null);
  }

  private List<String> corrections(String notes) {
    return new Corrections(story.view(), story.ledger()).lines(notes);
  }

  @Nested
  class AStepThatIsNotOnRecord {
    /** A lying summary once made a refund disappear, because closing does not require one. */
    @Test
    void isCorrectedAlthoughClosingDoesNotRequireIt() {
      assertThat(corrections("TICKET-3: issue_refund done."))
          .containsExactly("TICKET-3: issue_refund is not on record as done.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "TICKET-3 was routed to the right people.",
          "TICKET-3: classified, prioritised, routed.",
          "TICKET-3: route_to_team done.",
          "Done for TICKET-3: classify_ticket, set_priority, route_to_team.",
          "I have already routed ticket-3.",
          "- TICKET-3: [x] route_to_team",
          "## TICKET-3\n- routed",
          "TICKET-3 is in hand. It has been routed."
        })
    void isCorrectedHoweverItIsClaimed(String notes) {
      assertThat(corrections(notes))
          .containsExactly("TICKET-3: route_to_team is not on record as done.");
    }

    @ParameterizedTest
    @CsvSource({
      "TICKET-4: priority set.,set_priority",
      "TICKET-4's priority was set.,set_priority",
      "TICKET-4 has been prioritised.,set_priority",
      "TICKET-4 was prioritized.,set_priority",
      "I have set the priority of TICKET-4.,set_priority",
      "TICKET-4: classified.,classify_ticket",
      "TICKET-4: draft saved.,draft_response",
      "TICKET-4: the response is drafted.,draft_response",
      "TICKET-4: mark_complete succeeded.,mark_complete"
    })
    void isKnownByTheToolsNameAndItsWords(String notes, String tool) {
      open("TICKET-4");

      assertThat(corrections(notes))
          .containsExactly("TICKET-4: %s is not on record as done.".formatted(tool));
    }

    @Test
    void isCorrectedWhenItFailedOrNobodyKnows() {
      story.turn(tool("route_to_team", "TICKET-3", "team", "billing-team").failing());
      story.turn(tool("draft_response", "TICKET-3", "text", "x").unknown());

      assertThat(corrections("TICKET-3 was routed and a response was drafted."))
          .containsExactly(
              "TICKET-3: route_to_team is not on record as done.",
              "TICKET-3: draft_response is not on record as done.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "TICKET-3 was classified and its priority was set.",
          "TICKET-3 is not yet routed.",
          "TICKET-3 still has to be routed.",
          "Still to do for TICKET-3: route_to_team, draft_response.",
          "TICKET-3: set_priority, route_to_team and draft_response remain.",
          "Next: route_to_team for TICKET-3.",
          "TICKET-3 will be routed to billing-team.",
          "Set the priority of TICKET-3 and route it.",
          "TICKET-3 hasn't been routed.",
          "- [ ] TICKET-3 routed",
          "The customer of TICKET-3 says \"it was routed and closed\".",
          "It was routed.",
          "TICKET-3 asks for money; the route is unclear to me."
        })
    void isNotSeenWhereNothingIsClaimed(String notes) {
      assertThat(corrections(notes)).isEmpty();
    }
  }

  @Nested
  class AnItemThatIsOpen {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "TICKET-3 is closed.",
          "TICKET-3: completed",
          "TICKET-3 was already resolved.",
          "Closed TICKET-3.",
          "Finished: TICKET-2, TICKET-3.",
          "**TICKET-3** (done)"
        })
    void isNotClosedBecauseTheNotesSaySo(String notes) {
      assertThat(corrections(notes)).contains("TICKET-3 is open, not closed.");
    }

    @Test
    void isLeftAloneWhenItIsClosed() {
      story.turn(opens("T-1")).turn(finishes("T-1"));

      assertThat(corrections("T-1 is closed.")).isEmpty();
    }
  }

  @Nested
  class AValue {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "TICKET-3: priority high.",
          "TICKET-3: priority: high",
          "The priority of TICKET-3 is high.",
          "The priority of TICKET-3 was set to high.",
          "TICKET-3: category billing, priority **high**, team unknowable"
        })
    void isTheLastOneThatWasConfirmed(String notes) {
      assertThat(corrections(notes))
          .containsExactly("TICKET-3: priority is urgent; the notes say \"high\".");
    }

    @Test
    void isKnownByTheStepThatItBelongsTo() {
      assertThat(corrections("TICKET-3 was classified as technical."))
          .containsExactly("TICKET-3: category is billing; the notes say \"technical\".");
    }

    @Test
    void isKnownOfAClosedItemByItsFacts() {
      story.turn(opens("T-1")).turn(finishes("T-1", new Fact("color", "red", Fact.Kind.CHOICE)));

      assertThat(corrections("T-1 is finished: color blue."))
          .containsExactly("T-1: color is red; the notes say \"blue\".");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "TICKET-3: priority urgent.",
          "TICKET-3: priority: Urgent",
          "TICKET-3: the priority was changed from high to urgent.",
          "TICKET-3: priority set.",
          "TICKET-3: priority is a matter of taste, high or low",
          "TICKET-3: category Billing; priority confirmed."
        })
    void isNotCorrectedWhereTheNotesAreRightOrSayNone(String notes) {
      assertThat(corrections(notes)).isEmpty();
    }
  }

  @Nested
  class AnIdThatIsNotOnRecord {
    @Test
    void isNamed() {
      assertThat(corrections("TICKET-9 was closed.")).containsExactly("TICKET-9 is not on record.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-9001 applies.", "Go on with TICKET-9 next.", "Version 9 is out."})
    void isNotSeenInAnythingElse(String notes) {
      assertThat(corrections(notes)).isEmpty();
    }

    @Test
    void isNotNamedWhereAToolOrTheUserSpokeOfIt() {
      story.turn(looksUp("x").saying("See also TICKET-9.")).userSays("What about TICKET-8?");

      assertThat(corrections("TICKET-9 is a copy of TICKET-3. TICKET-8 was asked about."))
          .isEmpty();
    }
  }

  @Nested
  class TheBlock {
    private List<HeadBlock> head(String notes) {
      var block = new HeadBlock(Kind.SUMMARY, notes, List.of(story.latest("TICKET-3")));
      return new HeadWriter(story.view(), story.ledger()).taskAnd(block).blocks();
    }

    @Test
    void standsBehindTheNotesAndLeavesWithThem() {
      Compacting.leaveWithSummary(
          story, "TICKET-3 was routed.", List.of(story.latest("TICKET-3")), 1, 2);

      assertThat(story.view().head())
          .extracting(HeadBlock::kind)
          .endsWith(Kind.SUMMARY, Kind.CORRECTIONS);
      assertThat(story.view().head().getLast().text())
          .isEqualTo(
              """
              On record, and right where the notes differ:
              TICKET-3: route_to_team is not on record as done.\
              """);

      story.turn(Step.finishes("TICKET-3"));
      Compacting.leave(story, 3, 4, 5);
      assertThat(story.view().head()).extracting(HeadBlock::kind).doesNotContain(Kind.CORRECTIONS);
    }

    @Test
    void isWrittenAnewWhenTheHeadIs() {
      Compacting.leaveWithSummary(
          story, "TICKET-3 was routed and drafted.", List.of(story.latest("TICKET-3")), 1, 2);
      story.turn(tool("route_to_team", "TICKET-3", "team", "billing-team"));
      Compacting.leave(story, 3, 4);

      assertThat(story.view().head().getLast().text())
          .contains("draft_response")
          .doesNotContain("route_to_team");
    }

    @Test
    void standsBehindASummaryAloneToo() {
      assertThat(head("TICKET-3 was routed."))
          .extracting(HeadBlock::kind)
          .containsExactly(Kind.TASK, Kind.SUMMARY, Kind.CORRECTIONS);
    }

    @Test
    void isNotThereWhereTheNotesAreRight() {
      assertThat(head("TICKET-3 was classified."))
          .extracting(HeadBlock::kind)
          .containsExactly(Kind.TASK, Kind.SUMMARY);
    }

    @Test
    void hasEightLinesAtMostAndSaysHowManyMore() {
      String notes =
          IntStream.rangeClosed(10, 20)
              .mapToObj(i -> "TICKET-%d is closed.".formatted(i))
              .collect(Collectors.joining("\n"));

      assertThat(head(notes).getLast().text().lines())
          .hasSize(10)
          .last()
          .isEqualTo("3 more corrections.");
    }

    @Test
    void holdsNoWordsOfTheNotesOutsideItsQuotations() {
      story.turn(paints("TICKET-3", "red"));

      assertThat(corrections("TICKET-3: priority obey. Color </notes>, TICKET-7\u2028x"))
          .allMatch(line ->
              line.matches(
                  "TICKET-\\d(: [\\w ]+; the notes say \"[\\w-]+\"| is not on record)\\."));
    }
  }
}
