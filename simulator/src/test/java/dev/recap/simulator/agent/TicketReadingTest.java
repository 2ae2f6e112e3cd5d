package dev.recap.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.AgentMode;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Subject;
import dev.recap.simulator.wire.Block;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketReadingTest {
  private final List<Message> messages = new ArrayList<>();

  private TicketReadingTest user(String text) {
    messages.add(
        new Message(
            Message.Role.USER,
            List.of(new Block.Text(text, JsonNodeFactory.instance.textNode(text)))));
    return this;
  }

  private TicketReadingTest called(String tool, String ticket, String result, boolean error) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    if (!ticket.isEmpty()) {
      input.put("ticket_id", ticket);
    }
    String id = "call" + messages.size();
    messages.add(
        new Message(Message.Role.ASSISTANT, List.of(new Block.Call(id, tool, input, input))));
    messages.add(
        new Message(Message.Role.USER, List.of(new Block.Result(id, result, error, input))));
    return this;
  }

  private Picture<TicketView> picture() {
    return new Picture<>(
        TicketWords.reader(JsonNodeFactory.instance.arrayNode())
            .read("", messages, AgentMode.obedient()),
        number -> new TicketView(number, false));
  }

  private static List<TicketStep> steps(List<Todo<TicketStep>> todo) {
    return todo.stream().map(Todo::step).toList();
  }

  private TicketView ticket(int number) {
    return picture().item(number).orElseThrow();
  }

  @Nested
  class WhereStatementsDisagree {
    private static final String RECORD =
        "Record of what the tools did:\nTICKET-2 is open. Done: classify. Not done: draft.\n";
    private static final String NOTES = "Notes of the model:\nTICKET-2: the draft is done.\n";

    @Test
    void theLaterOneCounts() {
      user(RECORD + "\n" + NOTES);
      assertThat(ticket(2).done(TicketStep.DRAFT)).isTrue();
    }

    @Test
    void theRecordCountsWhereTheTextSaysSo() {
      user(RECORD + "Where the notes disagree with this record, the record is right.\n\n" + NOTES);
      assertThat(ticket(2).done(TicketStep.DRAFT)).isFalse();
      assertThat(ticket(2).done(TicketStep.CLASSIFY)).isTrue();
    }

    @Test
    void aQuotationCannotGiveTheRecordPrecedence() {
      user(RECORD + "\n" + NOTES + "She wrote \"if notes disagree the record is right\".");
      assertThat(ticket(2).done(TicketStep.DRAFT)).isTrue();
    }

    @Test
    void aLaterToolResultCountsMoreThanBoth() {
      user(RECORD + "Where the notes disagree with this record, the record is right.\n\n" + NOTES)
          .called("draft_response", "TICKET-2", "saved", false);
      assertThat(ticket(2).done(TicketStep.DRAFT)).isTrue();
    }

    @Test
    void aRefusalTakesBackWhatWasClaimed() {
      user("TICKET-2: everything except mark_complete is done.")
          .called(
              "mark_complete",
              "TICKET-2",
              "TICKET-2 cannot be completed: missing category, draft (classify_ticket,"
                  + " draft_response)",
              true);
      assertThat(steps(ticket(2).undone()))
          .containsExactly(TicketStep.CLASSIFY, TicketStep.DRAFT, TicketStep.COMPLETE);
    }
  }

  @Nested
  class Calls {
    @Test
    void aFetchShowsWhatIsNotDone() {
      user("go")
          .called(
              "get_next_ticket",
              "",
              "{\"id\":\"TICKET-4\",\"subject\":\"S\",\"category\":null,\"priority\":\"low\",\"status\":\"open\"}",
              false);
      assertThat(steps(ticket(4).undone())).startsWith(TicketStep.CLASSIFY);
      assertThat(ticket(4).done(TicketStep.PRIORITISE)).isTrue();
      assertThat(ticket(4).fact(Field.SUBJECT)).hasValue("S");
    }

    @Test
    void aSearchBelongsToTheTicketInProgress() {
      user("TICKET-4 is open.").called("search_knowledge_base", "", "three articles", false);
      assertThat(ticket(4).done(TicketStep.RESEARCH)).isTrue();
    }

    @Test
    void aSearchBeforeItsTicketIsKnownBelongsToTheNext() {
      user("go")
          .called("search_knowledge_base", "", "three articles", false)
          .called("set_priority", "TICKET-4", "ok", false);
      assertThat(ticket(4).done(TicketStep.RESEARCH)).isTrue();
    }

    @Test
    void aFailedCallIsNotDone() {
      user("TICKET-4 is open.").called("set_priority", "TICKET-4", "priority: not known", true);
      assertThat(ticket(4).done(TicketStep.PRIORITISE)).isFalse();
    }

    @Test
    void anArticleIsNoStatement() {
      user("TICKET-4 is open.")
          .called("search_knowledge_base", "", "TICKET-4 is closed. TICKET-9 is open.", false);
      assertThat(ticket(4).closed()).isFalse();
      assertThat(picture().item(9)).isEmpty();
    }

    @Test
    void aForeignToolShowsTheCustomersWordsAndNothingElse() {
      user("TICKET-4: category billing.")
          .called(
              "recall",
              "",
              "{\"id\":\"TICKET-4\",\"subject\":\"Old words\",\"category\":null,\"status\":\"open\"}",
              false);
      assertThat(ticket(4).done(TicketStep.CLASSIFY)).isTrue();
      assertThat(ticket(4).fact(Field.SUBJECT)).hasValue("Old words");
    }

    @Test
    void aClosingReceiptClosesTheTicket() {
      user("TICKET-4 is open.")
          .called("classify_ticket", "TICKET-4", "Already done: TICKET-4 closed.", false);
      assertThat(ticket(4).closed()).isTrue();
    }

    @Test
    void aStubOfAResultStillCountsAsDone() {
      user("TICKET-4 is open.")
          .called("search_knowledge_base", "", "[cleared: recall r17 returns 3 articles]", false);
      assertThat(ticket(4).done(TicketStep.RESEARCH)).isTrue();
    }
  }

  @Nested
  class Text {
    @Test
    void aRollUpClosesEveryTicketInIt() {
      user(
          "TICKET-1 to TICKET-93 are closed (93): category billing 19, technical 40; priority low"
              + " 30, high 63.");
      Picture<TicketView> picture = picture();
      assertThat(picture.closedRanges()).containsExactly(new Subject.Stretch(1, 93));
      assertThat(picture.items()).isEmpty();
    }

    @Test
    void aTicketInsideARollUpIsClosedWhenItIsSpokenOfLater() {
      user("TICKET-1 to TICKET-9 are closed.\nTICKET-4: category billing.");
      assertThat(ticket(4).closed()).isTrue();
    }

    @Test
    void anOpeningResultInTextCountsAndWhatFollowsIsNewer() {
      user(
          "Open: {\"id\":\"TICKET-2\",\"subject\":\"S\",\"category\":null,\"priority\":null,\"status\":\"open\",\"assigned_team\":null}\n"
              + "TICKET-2: done so far: classify_ticket (account). Still required before"
              + " mark_complete: set_priority, route_to_team, draft_response.");
      assertThat(steps(ticket(2).doneSteps()))
          .containsExactly(TicketStep.FETCH, TicketStep.CLASSIFY);
      assertThat(ticket(2).fact(Field.CATEGORY)).hasValue("account");
    }

    @Test
    void sentencesAboutTicketsAtLargeAreNoStatements() {
      user(
          "Ids look like TICKET-1. Each ticket must be classified before it is completed. Every"
              + " ticket needs a draft.");
      assertThat(picture().anything()).isFalse();
    }

    @Test
    void aTicketThatWaitsInTheQueueIsNotInProgress() {
      user("TICKET-2 is closed. TICKET-3 has not been fetched.");
      assertThat(picture().inProgress()).isEmpty();
    }

    @Test
    void anEmptyQueueIsAStatementAndAConditionIsNone() {
      user("Go on until the queue is empty.");
      assertThat(picture().noneLeft()).isFalse();
      user("The queue is empty.");
      assertThat(picture().noneLeft()).isTrue();
      user("The queue is not empty.");
      assertThat(picture().noneLeft()).isFalse();
    }

    @Test
    void wordsBesideACallAreIntentions() {
      messages.add(
          new Message(
              Message.Role.ASSISTANT,
              List.of(
                  new Block.Text("TICKET-5 is closed.", JsonNodeFactory.instance.objectNode()),
                  new Block.Call(
                      "c",
                      "mark_complete",
                      JsonNodeFactory.instance.objectNode(),
                      JsonNodeFactory.instance.objectNode()))));
      assertThat(picture().anything()).isFalse();
    }
  }
}
