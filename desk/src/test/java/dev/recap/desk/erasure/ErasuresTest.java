package dev.recap.desk.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.review.Happening;
import dev.recap.desk.shift.Shifts;
import dev.recap.desk.ticket.Handling;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketLists;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.journal.Entry;
import dev.recap.storage.SqlJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a customer who was erased no table and no journal of the desk has a word. */
class ErasuresTest {
  private static final Whose ADA = new Whose(7, CustomerDesk.EMAIL);

  @TempDir private Path folder;
  private CustomerDesk desk;

  @BeforeEach
  void open() {
    desk = new CustomerDesk(folder).filled();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Ticket numbered(int number) {
    return desk.tickets.besides(handle -> TicketLists.numbered(handle, number)).orElseThrow();
  }

  private List<String> texts(String sql) {
    return desk.tickets.besides(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private List<Entry> journal() {
    List<Entry> entries = new ArrayList<>();
    Batch shift = desk.batches.all().getFirst();
    desk.journals.read(shift.conversations().getFirst(), 0, entries::add);
    return entries;
  }

  @Test
  void thatThereWereTicketsAndWhatWasDoneStaysWithoutText() {
    List<Happening> before = Happening.to(desk.now("TICKET-1"), desk.tickets);
    long calls = desk.tickets.calls().size();
    desk.erasures.erase(ADA, "Lea");

    Ticket ticket = numbered(1);
    assertThat(ticket.id()).isEqualTo("erased-1");
    assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(ticket.handling().category()).isEqualTo("billing");
    assertThat(ticket.handling().draft()).isNull();
    assertThat(ticket.asked().subject()).isEqualTo("[erased]");
    assertThat(Happening.to(ticket, desk.tickets))
        .extracting(Happening::at, Happening::what)
        .containsExactlyElementsOf(
            before.stream()
                .map(one -> org.assertj.core.groups.Tuple.tuple(one.at(), one.what()))
                .toList());
    assertThat(desk.tickets.calls()).hasSize((int) calls);
    assertThat(texts("select ticket from trial_rating")).containsExactly("erased-3");
    assertThat(desk.erasures.about(1)).isEqualTo(desk.erasures.about(4)).isPresent();
  }

  @Test
  void everythingOfOthersStaysAsItWas() {
    NewTicket asked = desk.now("TICKET-2").asked();
    Handling handling = desk.now("TICKET-2").handling();
    List<RecordedCall> calls = desk.tickets.callsAbout("TICKET-2");
    List<String> said = journal().stream().map(String::valueOf).toList();
    desk.erasures.erase(ADA, "Lea");

    assertThat(desk.now("TICKET-2").asked()).isEqualTo(asked);
    assertThat(desk.now("TICKET-2").handling()).isEqualTo(handling);
    assertThat(desk.tickets.callsAbout("TICKET-2")).isEqualTo(calls).isNotEmpty();
    assertThat(said.stream().filter(entry -> entry.contains("Summerfield")))
        .isNotEmpty()
        .allMatch(entry ->
            journal().stream().map(String::valueOf).anyMatch(now -> now.equals(entry))
                || entry.contains("TICKET-1"));
  }

  @Test
  void aCrashAfterTheOrderIsCompletedByGoingOn() {
    orderedAndNoMore();
    desk.close();
    desk = new CustomerDesk(folder);

    Erasure unfinished = desk.erasures.all().getFirst();
    assertThat(unfinished.isUnfinished()).isTrue();
    assertThat(numbered(1).status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(desk.filesWith(CustomerDesk.NAME)).isNotEmpty();
    assertThat(desk.erasures.goOn(unfinished.id()).isUnfinished()).isFalse();
    assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();
    assertThat(desk.erasures.goOn(unfinished.id())).isEqualTo(desk.erasures.all().getFirst());
  }

  /** A shift takes its journal between the order and the journals. */
  private void orderedAndNoMore() {
    try (SqlJournal held = desk.journals.open("batch/%s/1".formatted(shift()))) {
      long id = desk.tickets.besides(handle -> desk.erasures.order(handle, ADA, "Lea"));
      assertThatThrownBy(() -> desk.erasures.goOn(id))
          .hasMessage("shift %s is at work: stop it, then erase".formatted(shift()));
      assertThat(held.size()).isPositive();
    }
  }

  private String shift() {
    return desk.batches.all().getFirst().id();
  }

  @Test
  void aShiftAtWorkIsNamedAndNothingHasChanged() {
    String before = numbered(1).toString();
    try (SqlJournal held = desk.journals.open("batch/%s/1".formatted(shift()))) {
      assertThatThrownBy(() -> desk.erasures.erase(ADA, "Lea"))
          .hasMessage("shift %s is at work: stop it, then erase".formatted(shift()));
      assertThat(held.size()).isPositive();
    }
    assertThat(numbered(1)).hasToString(before);
    assertThat(desk.erasures.all()).isEmpty();
  }

  @Test
  void aTicketThatTheAgentHasIsNamedAndNothingHasChanged() {
    desk.takes();
    assertThatThrownBy(() -> desk.erasures.erase(ADA, "Lea"))
        .hasMessage("the agent has winterbottom-2: take it over, then erase");
    assertThat(desk.erasures.all()).isEmpty();
    assertThat(texts("select text from parked_mail")).isNotEmpty();
  }

  @Test
  void byAddressAloneAlsoWhatIsParkedGoes() {
    desk.erasures.erase(new Whose(null, " Ada.Winterbottom@example.com "), "Lea");

    assertThat(texts("select text from parked_mail")).isEmpty();
    assertThat(texts("select name from ticket order by number"))
        .containsExactly("erased-1", "TICKET-2", "winterbottom-2", "erased-4");
    assertThatThrownBy(() -> desk.erasures.erase(new Whose(null, CustomerDesk.EMAIL), "Lea"))
        .hasMessage("there is nothing of this customer to erase");
  }

  @Test
  void callsCannotBeChangedAfterwards() {
    desk.erasures.erase(ADA, "Lea");

    assertThatThrownBy(() ->
            desk.tickets.besides(handle -> handle.execute("update tool_call set reason = null")))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("append-only");
  }

  @Test
  void whatWasWrittenAboutSomebodyElsesTicketGoesAndTheTicketStays() {
    desk.erasures.erase(ADA, "Lea");

    assertThat(texts("select author || ' ' || text from message where ticket = 2"))
        .containsExactly("customer [erased]");
    assertThat(texts("select reason from ticket where number = 2"))
        .containsExactly("somebody wrote who is not the customer of this ticket");
    assertThat(texts("select by from change where ticket = 2")).containsExactly("customer");
    assertThat(texts("select mail_id from mail_taken where became = 'message'"))
        .containsExactly("<4@mail>");
  }

  /** The agent had begun with it when the shift was stopped, and a person took it over. */
  @Test
  void aTicketThatAShiftHadBegunWithIsErasedAndTheShiftGoesOnWithoutIt() {
    List<Shifts> at = new ArrayList<>();
    desk.shift(
        times -> {
          if (times == 3) {
            at.getFirst().stopAll();
          }
        },
        shifts -> {
          at.add(shifts);
          return shifts.start(
              new Shifts.Order(
                  List.of(), "clerk", Batch.Way.RECAP, 100_000, Batch.Budget.NONE, "Ann"));
        });
    String shift =
        desk.batches.all().stream()
            .filter(one -> one.state() == Batch.State.STOPPED)
            .findFirst()
            .orElseThrow()
            .id();
    desk.review.takeOver("winterbottom-2", "Ann");
    desk.erasures.erase(ADA, "Lea");
    assertThat(desk.filesWith(CustomerDesk.NAME)).isEmpty();

    desk.shift(
        times -> {},
        shifts -> {
          shifts.resume(shift, null);
          return shift;
        });
    assertThat(desk.batches.get(shift).state()).isEqualTo(Batch.State.DONE);
  }
}
