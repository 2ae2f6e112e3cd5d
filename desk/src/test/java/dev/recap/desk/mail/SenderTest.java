package dev.recap.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {
  @TempDir Path folder;

  /** What a process that dies leaves behind: nothing of it runs any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Sender sender(MailDesk desk, Carrier... carriers) {
    return new Sender(desk.store, desk.clock, List.of(carriers));
  }

  @Nested
  class WhenTheProcessDies {
    /** What the server has taken. */
    private final List<String> delivered = new ArrayList<>();

    private OutboxState afterRestart(ScriptedCarrier dying) {
      Path file = folder.resolve("desk.db");
      long id;
      try (MailDesk desk = MailDesk.in(file)) {
        Ticket ticket = desk.ticket();
        id = desk.due(MailDesk.reply(ticket));
        Sender sender = sender(desk, dying);
        sender.recover();
        assertThatThrownBy(sender::sendDue).isInstanceOf(Killed.class);
      }
      try (MailDesk desk = MailDesk.in(file)) {
        desk.clock.advance(Duration.ofHours(1));
        Sender sender =
            sender(
                desk,
                new ScriptedCarrier(entry -> {
                  delivered.add("again");
                  return new Delivery.Accepted("250 taken");
                }));
        sender.recover();
        sender.sendDue();
        return desk.entry(id).state();
      }
    }

    @Test
    void beforeTheDialogueTheReplyIsUnknownAndNotSentAgain() {
      OutboxState state =
          afterRestart(
              new ScriptedCarrier(entry -> {
                throw new Killed();
              }));

      assertThat(state).isEqualTo(OutboxState.UNKNOWN);
      assertThat(delivered).isEmpty();
    }

    @Test
    void afterTheServerTookItTheReplyIsUnknownAndNotSentAgain() {
      OutboxState state =
          afterRestart(
              new ScriptedCarrier(entry -> {
                delivered.add("once");
                throw new Killed();
              }));

      assertThat(state).isEqualTo(OutboxState.UNKNOWN);
      assertThat(delivered).containsExactly("once");
    }

    @Test
    void beforeItWasTakenOutOfTheQueueTheReplyIsSent() {
      Path file = folder.resolve("desk.db");
      long id;
      try (MailDesk desk = MailDesk.in(file)) {
        Ticket ticket = desk.ticket();
        id = desk.due(MailDesk.reply(ticket));
        assertThatThrownBy(() ->
                desk.in(handle -> {
                  new Outcomes(desk.clock).claim(handle, Set.of(Way.MAIL));
                  throw new Killed();
                }))
            .isInstanceOf(Killed.class);
      }
      try (MailDesk desk = MailDesk.in(file)) {
        desk.clock.advance(Duration.ofHours(1));
        ScriptedCarrier carrier = ScriptedCarrier.accepting();
        Sender sender = sender(desk, carrier);

        assertThat(sender.recover()).isZero();
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      }
    }

    @Test
    void afterTheOutcomeWasWrittenItStands() {
      Path file = folder.resolve("desk.db");
      long id;
      try (MailDesk desk = MailDesk.in(file)) {
        id = desk.due(MailDesk.reply(desk.ticket()));
        sender(desk, ScriptedCarrier.accepting()).sendDue();
      }
      try (MailDesk desk = MailDesk.in(file)) {
        assertThat(sender(desk, ScriptedCarrier.accepting()).recover()).isZero();
        assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      }
    }
  }

  /** The database is away while a reply is on its way, and when that is to be put on record. */
  @Test
  void whatBrokeOffWhileNothingCouldBeWrittenIsUnknownFromTheNextRoundOn() {
    try (MailDesk desk = MailDesk.inMemory()) {
      long id = desk.due(MailDesk.reply(desk.ticket()));
      Sender sender =
          sender(
              desk,
              new ScriptedCarrier(entry -> {
                Desks.refuse(desk.store, "change", "true");
                return new Delivery.Unclear("the line went dead");
              }));
      sender.sendDueOrForget();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENDING);

      Desks.takeAgain(desk.store, "change");
      sender.sendDueOrForget();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.UNKNOWN);
    }
  }

  @Test
  void twoProcessesSendEachReplyOnce() throws Exception {
    Path file = folder.resolve("desk.db");
    ScriptedCarrier carrier = ScriptedCarrier.accepting();
    try (MailDesk desk = MailDesk.in(file);
        TicketStore other = Desks.in(file, InstantSource.system());
        var threads = Executors.newFixedThreadPool(2)) {
      Ticket ticket = desk.ticket();
      for (int i = 0; i < 20; i++) {
        desk.put(MailDesk.reply(ticket.number(), "Reply " + i));
      }
      desk.clock.advance(Outbox.UNDO);
      var start = new CyclicBarrier(2);
      List<Future<Integer>> done = new ArrayList<>();
      for (TicketStore store : List.of(desk.store, other)) {
        Callable<Integer> sending =
            () -> {
              start.await();
              return new Sender(store, desk.clock, List.of(carrier)).sendDue();
            };
        done.add(threads.submit(sending));
      }
      assertThat(done.get(0).get() + done.get(1).get()).isEqualTo(20);
      assertThat(carrier.carried)
          .extracting(entry -> entry.mail().letter().text())
          .doesNotHaveDuplicates()
          .hasSize(20);
      assertThat(desk.replies(ticket.number()))
          .extracting(OutboxEntry::state)
          .containsOnly(OutboxState.SENT);
    }
  }

  @Test
  void anotherProcessThatStartsInBetweenDoesNotSendItAndTheAnswerStillCounts() {
    try (MailDesk desk = MailDesk.inMemory()) {
      long id = desk.due(MailDesk.reply(desk.ticket()));
      var second = ScriptedCarrier.accepting();
      sender(
              desk,
              new ScriptedCarrier(entry -> {
                Sender starting = sender(desk, second);
                assertThat(starting.recover()).isEqualTo(1);
                assertThat(starting.sendDue()).isZero();
                assertThat(desk.entry(id).state()).isEqualTo(OutboxState.UNKNOWN);
                return new Delivery.Accepted("250 taken");
              }))
          .sendDue();

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.SENT);
      assertThat(second.carried).isEmpty();
    }
  }

  @Test
  void whatACarrierThrowsIsUnknown() {
    try (MailDesk desk = MailDesk.inMemory()) {
      long id = desk.due(MailDesk.reply(desk.ticket()));
      sender(
              desk,
              new ScriptedCarrier(entry -> {
                throw new IllegalStateException("half way");
              }))
          .sendDue();

      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.UNKNOWN);
    }
  }

  @Test
  void leavesAloneWhatGoesAnotherWay() {
    try (MailDesk desk = MailDesk.inMemory()) {
      OutgoingMail mail = MailDesk.reply(desk.ticket());
      long id = desk.due(new OutgoingMail(mail.ticket(), null, mail.letter(), Way.DRAFTS, false));

      assertThat(sender(desk, ScriptedCarrier.accepting()).sendDue()).isZero();
      assertThat(desk.entry(id).state()).isEqualTo(OutboxState.WAITING);
    }
  }

  @Test
  void refusesTwoCarriersForOneWay() {
    try (MailDesk desk = MailDesk.inMemory()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sender(desk, ScriptedCarrier.accepting(), ScriptedCarrier.accepting()))
          .withMessage("two carriers by way of 'mail'");
    }
  }
}
