package dev.recap.desk.review;

import static dev.recap.desk.review.Handed.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people do by hand, and customers beside it. */
class ByHandTest {
  private final Handed desk = new Handed();

  @AfterEach
  void close() {
    desk.close();
  }

  @Nested
  class APersonsValue {
    private void sets(String before, String value) {
      desk.hands.set("A-1", Step.CATEGORY, before, value, "Ann", DeskRules.standard());
    }

    @Test
    void isSetOverWhatThePersonSawAndIsOnRecord() {
      Ticket ticket = desk.worked("x");
      sets("technical", "billing");

      assertThat(desk.now("A-1").handling().byPeople()).containsEntry(Step.CATEGORY, "Ann");
      assertThat(refused(() -> sets("technical", "shipping"))).isEqualTo(Reason.CHANGED);
      assertThat(refused(() -> sets("billing", "nonsense"))).isEqualTo(Reason.VALUE);
      assertThat(desk.store.<List<Change>>besides(handle -> Change.of(handle, ticket.number())))
          .singleElement()
          .returns("category", Change::what)
          .returns("technical", Change::before)
          .returns("billing", Change::after)
          .returns("Ann", Change::by);
    }
  }

  @Nested
  class ACustomerWhoWritesAgain {
    @Test
    void opensAnAnsweredTicketForTheAgentOrForTheOneWhoHasIt() {
      Ticket ticket = desk.worked("x");
      desk.review.approve("A-1", Seen.of(ticket), "Ann");
      desk.hands.customerWrote("A-1", "ada7@example.com", "Still hums.");
      assertThat(desk.now("A-1").status()).isEqualTo(TicketStatus.NEW);
      assertThat(desk.now("A-1").care().revision()).isEqualTo(2);

      desk.review.takeOver("A-2", "Ann");
      desk.review.edit("A-2", Seen.of(desk.now("A-2")), "Ann", "I call you.");
      desk.hands.customerWrote("A-2", "ada7@example.com", "You did not.");
      assertThat(desk.now("A-2"))
          .returns(TicketStatus.NEEDS_PERSON, Ticket::status)
          .returns("Ann", again -> again.care().owner());
    }

    @Test
    void isHeardByTheAgentButNotesAreNot() {
      desk.hands.note("A-1", "Ann", "He is angry.");
      desk.hands.customerWrote("A-1", "ada7@example.com", "Still hums.");

      assertThat(desk.store.said(desk.now("A-1")))
          .extracting(Message::text)
          .containsExactly("Still hums.");
    }
  }
}
