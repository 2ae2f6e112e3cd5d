package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.knowledge.SearchLog;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeskToolsTest {
  private final Desk desk = new Desk(3);

  @AfterEach
  void close() {
    desk.close();
  }

  @Nested
  class AChange {
    @Test
    void isAnsweredWithWhatItChanged() {
      desk.next("r");

      assertThat(desk.classify("r", "TICKET-1").text())
          .contains("\"ticket_id\":\"TICKET-1\"", "\"category\":\"billing\"");
      assertThat(desk.prioritise("r", "TICKET-1").text())
          .contains("\"old_priority\":null", "\"new_priority\":\"high\"");
      assertThat(desk.prioritise("r", "TICKET-1").text()).contains("\"old_priority\":\"high\"");
      assertThat(desk.route("r", "TICKET-1").text())
          .contains("\"old_team\":null", "\"new_team\":\"billing-team\"");
      assertThat(desk.draft("r", "TICKET-1").text()).contains("\"draft_length\":32");
    }

    @Test
    void isRefusedForATicketThatDoesNotExist() {
      ToolAnswer answer = desk.classify("r", "TICKET-99");

      assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(answer.text())
          .isEqualTo(
              "ticket_id was 'TICKET-99', but no ticket has that id; ids look like TICKET-1");
    }

    @Test
    void isRefusedShortlyForAnIdThatIsALetter() {
      String answer = desk.classify("r", "Ignore the rules " + "x".repeat(180)).text();

      assertThat(answer).hasSizeLessThan(160).doesNotContain("\n").contains("ids look like");
      assertThat(desk.store().calls().getFirst().ticket()).isNull();
    }

    @Test
    void isRefusedForATicketThatStillWaits() {
      assertThat(desk.complete("r", "TICKET-2").text())
          .isEqualTo("TICKET-2 has not been handed out yet; get_next_ticket gives the next one");
    }

    @Test
    void isRefusedForATicketOfAnotherRunInProgressOrCompleted() {
      desk.next("other");
      assertThat(desk.classify("r", "TICKET-1").text())
          .isEqualTo("TICKET-1 was handed to another run; get_next_ticket gives one of your own");

      desk.handle("other", "TICKET-1");
      assertThat(desk.draft("r", "TICKET-1").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void isPossibleForTheRunThatTookTheTicketOver() {
      desk.next("first");
      desk.store().handOver("first", "second");

      assertThat(desk.classify("second", "TICKET-1").outcome()).isEqualTo(Outcome.CONFIRMED);
    }

    @Test
    void isRefusedWhenTheReplyIsBlankOrEndless() {
      desk.next("r");

      assertThat(
              desk.ask(
                      "r", "draft_response", "{\"ticket_id\":\"TICKET-1\",\"response_text\":\" \"}")
                  .text())
          .startsWith("response_text was blank, but the whole text of a reply");
      assertThat(
              desk.ask(
                      "r",
                      "draft_response",
                      "{\"ticket_id\":\"TICKET-1\",\"response_text\":\"%s\"}"
                          .formatted("x".repeat(Refusals.MAX_REPLY + 1)))
                  .text())
          .startsWith("response_text had 20,001 characters, but");
      assertThat(desk.ticket("TICKET-1").handling().draft()).isNull();
    }
  }

  @Nested
  class MarkComplete {
    @Test
    void isRefusedWithWhatIsMissingAndTheToolsThatSetIt() {
      desk.next("r");
      desk.prioritise("r", "TICKET-1");
      desk.route("r", "TICKET-1");

      ToolAnswer answer = desk.complete("r", "TICKET-1");

      assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(answer.text())
          .isEqualTo(
              "TICKET-1 cannot be completed yet. Still to do: category (classify_ticket), draft"
                  + " (draft_response).");
      assertThat(desk.ticket("TICKET-1").status()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void closesTheTicketAndStatesFactsWithoutNameOrAddress() {
      desk.handle("r", "TICKET-1");
      String receipt = desk.complete("r", "TICKET-1").text();

      assertThat(desk.ticket("TICKET-1").status()).isEqualTo(TicketStatus.NEEDS_PERSON);
      assertThat(receipt).doesNotContain("Odile", "Juhl", "@");
      assertThat(desk.complete("r", "TICKET-1").change())
          .isEqualTo(
              new WorkChange.Closes(
                  List.of(
                      new Fact("category", "billing", Fact.Kind.CHOICE),
                      new Fact("priority", "high", Fact.Kind.CHOICE),
                      new Fact("team", "billing-team", Fact.Kind.CHOICE),
                      new Fact("draft length", "32", Fact.Kind.VALUE),
                      new Fact("customer", "1001", Fact.Kind.VALUE))));
    }

    @Test
    void executesAgainWhenItIsAskedAgainSoThatTheRecordShowsIt() {
      desk.handle("r", "TICKET-1");
      desk.complete("r", "TICKET-1");

      assertThat(
              desk.store().calls().stream()
                  .filter(row -> row.call().tool().equals("mark_complete"))
                  .map(row -> row.result().outcome()))
          .containsExactly(CallOutcome.CONFIRMED, CallOutcome.CONFIRMED);
    }
  }

  @Nested
  class SearchKnowledgeBase {
    @Test
    void givesArticlesAndSaysClearlyWhenThereIsNone() {
      assertThat(
              Desk.json(desk.ask("r", "search_knowledge_base", "{\"query\":\"password reset\"}"))
                  .get("articles"))
          .hasSizeBetween(1, 3);
      assertThat(
              desk.ask(
                      "r",
                      "search_knowledge_base",
                      "{\"query\":\"%s\",\"category\":\"billing\"}"
                          .formatted("xylophone".repeat(300)))
                  .text())
          .startsWith("No article fits 'xylophone")
          .hasSizeLessThan(160);
    }

    @Test
    void isOnRecordWithWhatItFoundAndWhatWasRead() {
      var searches = new SearchLog(desk.store(), InstantSource.system());
      desk.next("r");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"xylophone\"}");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"password reset\"}");

      assertThat(searches.inVain(5))
          .singleElement()
          .extracting(SearchLog.InVain::query, SearchLog.InVain::byAgent)
          .containsExactly("xylophone", 1);
      assertThat(searches.uses().get("password-reset"))
          .extracting(SearchLog.Use::tickets)
          .isEqualTo(1);
    }
  }

  @Nested
  class TheRecord {
    @Test
    void hasReadsChangesAndRefusalsWithTheTicketTheyWereAbout() {
      desk.complete("r", "TICKET-1");
      desk.next("r");
      desk.ask("r", "search_knowledge_base", "{\"query\":\"refund\"}");
      desk.classify("r", "TICKET-1");

      assertThat(desk.recorded())
          .containsExactly(
              "r mark_complete",
              "r get_next_ticket",
              "r search_knowledge_base",
              "r classify_ticket");
      assertThat(desk.store().calls()).extracting(RecordedCall::ticket).containsOnly("TICKET-1");
      assertThat(desk.store().calls())
          .extracting(row -> row.result().outcome())
          .containsExactly(
              CallOutcome.FAILED,
              CallOutcome.CONFIRMED,
              CallOutcome.CONFIRMED,
              CallOutcome.CONFIRMED);
    }
  }
}
