package dev.recap.desk.review;

import static dev.recap.desk.review.Handed.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.desk.ticket.Message;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private final List<String> released = new ArrayList<>();
  private boolean goneOut;

  private final Handed desk =
      new Handed(
          new Release() {
            @Override
            public void approved(Handle handle, Ticket ticket, Decision decision) {
              released.add(ticket.id() + " " + decision.reply());
            }

            @Override
            public boolean withdrawn(Handle handle, Decision decision) {
              released.clear();
              return !goneOut;
            }
          });

  @AfterEach
  void close() {
    desk.close();
  }

  @Nested
  class Approving {
    @Test
    void freezesRecipientSubjectTextAndRevisionWithWhoAndWhen() {
      Ticket ticket = desk.worked("Please unscrew it.");
      Decision decision = desk.review.approve("A-1", Seen.of(ticket), "Ann");

      assertThat(decision)
          .returns(Decision.Kind.APPROVED, Decision::kind)
          .returns("Ann", Decision::by)
          .returns(desk.instant(), Decision::at)
          .returns(1, Decision::revision)
          .returns(1.0, Decision::kept)
          .returns(
              new Decision.Reply("ada7@example.com", "Re: The lamp hums", "Please unscrew it."),
              Decision::reply);
      assertThat(desk.now("A-1").status()).isEqualTo(TicketStatus.ANSWERED);
      assertThat(released).singleElement().asString().startsWith("A-1 ");
      assertThat(desk.store.messages(ticket))
          .extracting(Message::kind, Message::text)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Message.Kind.REPLY, "Please unscrew it."));
    }

    @Test
    void isRefusedWhereTheCustomerHasWrittenSinceTheDraft() {
      Ticket ticket = desk.worked("Please unscrew it.");
      desk.hands.customerWrote("A-1", "ada7@example.com", "It burns now!");

      assertThat(refused(() -> desk.review.approve("A-1", Seen.of(ticket), "Ann")))
          .isEqualTo(Reason.STALE);
      assertThat(refused(() -> desk.review.approve("A-1", Seen.of(desk.now("A-1")), "Ann")))
          .isEqualTo(Reason.STALE);
      assertThat(released).isEmpty();
    }

    @Test
    void isRefusedWhereTheCustomerWroteWhileTheAgentWasAtIt() {
      Ticket ticket = desk.takes();
      desk.hands.customerWrote("A-1", "ada7@example.com", "It burns now!");
      Ticket handedIn = desk.handsIn(ticket, "Please unscrew it.");

      assertThat(handedIn.care().isStale()).isTrue();
      assertThat(refused(() -> desk.review.approve("A-1", Seen.of(handedIn), "Ann")))
          .isEqualTo(Reason.STALE);
    }

    @Test
    void isForTheFirstOfTwoAndTheSecondIsToldWhoItWas() {
      Ticket ticket = desk.worked("Please unscrew it.");
      desk.review.approve("A-1", Seen.of(ticket), "Ann");

      assertThatThrownBy(() -> desk.review.edit("A-1", Seen.of(ticket), "Bob", "Mine."))
          .hasMessage("A-1 was answered already, by Ann");
      assertThat(released).hasSize(1);
    }

    @Test
    void isRefusedForWhatTheAgentStillHas() {
      Ticket ticket = desk.takes();

      assertThatThrownBy(() -> desk.review.approve("A-1", Seen.of(ticket), "Ann"))
          .hasMessage("the agent has not handed A-1 in");
    }
  }

  @Nested
  class Editing {
    @Test
    void keepsTheAgentsTextBesideThePersonsAndSaysHowMuchStayed() {
      Ticket ticket = desk.worked("Please unscrew it today or tomorrow.");
      Decision decision =
          desk.review.edit("A-1", Seen.of(ticket), "Ann", "Please unscrew it carefully.");

      assertThat(decision.kind()).isEqualTo(Decision.Kind.EDITED);
      assertThat(decision.draft()).isEqualTo("Please unscrew it today or tomorrow.");
      assertThat(decision.kept()).isEqualTo(0.5);
    }

    @Test
    void answersATicketThatThePersonTookWithoutAnyDraft() {
      desk.review.takeOver("A-1", "Ann");
      Decision decision =
          desk.review.edit("A-1", Seen.of(desk.now("A-1")), "Ann", "I call you at noon.");

      assertThat(decision.kept()).isNull();
      assertThat(desk.now("A-1").status()).isEqualTo(TicketStatus.ANSWERED);
    }

    @Test
    void isRefusedWhenBlankOrEndless() {
      Ticket ticket = desk.worked("x");
      assertThat(refused(() -> desk.review.edit("A-1", Seen.of(ticket), "Ann", " ")))
          .isEqualTo(Reason.VALUE);
      assertThat(refused(() -> desk.review.edit("A-1", Seen.of(ticket), "Ann", "x".repeat(20_001))))
          .isEqualTo(Reason.VALUE);
    }
  }

  @Nested
  class SendingBack {
    @Test
    void letsTheAgentWorkTheTicketAgainWithTheRemarkInView() {
      Ticket ticket = desk.worked("Please unscrew it.");
      Decision decision =
          desk.review.sendBack("A-1", Seen.of(ticket), "Ann", "wrong article", "It is the mains.");

      assertThat(decision.draft()).isEqualTo("Please unscrew it.");
      assertThat(desk.now("A-1"))
          .returns(TicketStatus.NEW, Ticket::status)
          .returns("wrong article: It is the mains.", sent -> sent.care().remark())
          .returns(null, sent -> sent.handling().draft())
          .returns("technical", sent -> sent.handling().category());
      assertThat(desk.takes().id()).isEqualTo("A-1");
    }

    @Test
    void isSaidToTheOneWhoComesTooLate() {
      Ticket ticket = desk.worked("Please unscrew it.");
      desk.review.sendBack("A-1", Seen.of(ticket), "Ann", "tone", "");

      assertThatThrownBy(() -> desk.review.approve("A-1", Seen.of(ticket), "Bob"))
          .hasMessage("Ann has sent A-1 back to the agent");
    }
  }

  @Nested
  class TakingOver {
    @Test
    void takesATicketOutOfTheAgentsHands() {
      desk.takes();
      desk.review.takeOver("A-1", "Ann");

      assertThat(desk.now("A-1"))
          .returns(TicketStatus.NEEDS_PERSON, Ticket::status)
          .returns("Ann", ticket -> ticket.care().owner());
      assertThat(desk.takes().id()).isEqualTo("A-2");
      assertThat(refused(() -> desk.review.takeOver("A-1", "Bob"))).isEqualTo(Reason.HELD);
    }

    @Test
    void endsWhenThePersonHandsItBack() {
      desk.takes();
      desk.review.takeOver("A-1", "Ann");
      assertThat(refused(() -> desk.hands.handBack("A-1", "Bob"))).isEqualTo(Reason.HELD);
      desk.hands.handBack("A-1", "Ann");

      assertThat(desk.takes().id()).isEqualTo("A-1");
    }
  }

  @Nested
  class Undoing {
    @Test
    void putsAllBackAsItStood() {
      Ticket before = desk.worked("Please unscrew it.");
      for (int way = 0; way < 4; way++) {
        Seen seen = Seen.of(before);
        Decision decision =
            switch (way) {
              case 0 -> desk.review.approve("A-1", seen, "Ann");
              case 1 -> desk.review.edit("A-1", seen, "Ann", "Other.");
              case 2 -> desk.review.sendBack("A-1", seen, "Ann", "tone", "kinder");
              default -> desk.review.takeOver("A-1", "Ann");
            };
        desk.review.undo(decision.id(), "Ann");
        assertThat(desk.now("A-1")).isEqualTo(before);
      }
      assertThat(released).isEmpty();
      assertThat(desk.store.messages(before)).isEmpty();
      assertThat(desk.review.decisions(before)).hasSize(4).allMatch(d -> "Ann".equals(d.undone()));
    }

    @Test
    void isOverAfterHalfAMinute() {
      Ticket ticket = desk.worked("Please unscrew it.");
      Decision decision = desk.review.approve("A-1", Seen.of(ticket), "Ann");
      desk.later(31);

      assertThatThrownBy(() -> desk.review.undo(decision.id(), "Ann"))
          .hasMessage("it can be undone for 30 seconds, and they are over");
    }

    @Test
    void isRefusedOnceTheReplyHasGoneOutOrSomebodyBuiltOnIt() {
      Ticket ticket = desk.worked("Please unscrew it.");
      Decision approved = desk.review.approve("A-1", Seen.of(ticket), "Ann");
      goneOut = true;
      assertThatThrownBy(() -> desk.review.undo(approved.id(), "Ann"))
          .hasMessage("the reply has gone out");
      assertThat(desk.now("A-1").status()).isEqualTo(TicketStatus.ANSWERED);

      Ticket second = desk.worked("And this one.");
      Decision back = desk.review.sendBack("A-2", Seen.of(second), "Ann", "tone", "");
      desk.takes();
      assertThat(refused(() -> desk.review.undo(back.id(), "Ann"))).isEqualTo(Reason.CHANGED);
    }
  }

  @Test
  void verdictsAreCountedByCategoryAndWithoutWhatWasUndone() {
    Decision first = desk.review.approve("A-1", Seen.of(desk.worked("One two.")), "Ann");
    desk.review.edit("A-2", Seen.of(desk.worked("One two.")), "Ann", "One three.");
    desk.review.takeOver("A-3", "Ann");
    desk.review.undo(first.id(), "Ann");
    desk.later(3_600);
    desk.hands.customerWrote("A-2", "ada7@example.com", "Again!");

    assertThat(Verdicts.since(first.at(), Verdicts.By.CATEGORY, desk.store))
        .containsExactlyInAnyOrder(
            new Verdicts("technical", 0, 1, 0.5, 0, 0, 1), new Verdicts(null, 0, 0, null, 0, 1, 0));
  }
}
