package dev.recap.desk.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.review.Decision;
import dev.recap.desk.review.Happening;
import dev.recap.desk.review.Seen;
import dev.recap.desk.review.Verdicts;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemptingTest {
  private final SettableClock clock = ExemptDesk.morning();
  @TempDir private Path folder;
  private ExemptDesk desk;

  @BeforeEach
  void open() {
    desk = new ExemptDesk(folder, clock);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private TicketStatus status(Ticket ticket) {
    return desk.now(ticket).status();
  }

  private Decision decision(Ticket ticket) {
    return desk.review.decisions(ticket).getLast();
  }

  @Test
  void anExemptDraftIsApprovedInTheLeadsNameAndReleased() {
    Exemption exemption = desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.ANSWERED);
    assertThat(desk.released).containsExactly(ticket.id());
    assertThat(decision(ticket))
        .returns(Decision.Kind.EXEMPTED, Decision::kind)
        .returns("exemption of Lea", Decision::by)
        .returns(clock.instant(), Decision::at);
    assertThat(Happening.to(ticket, desk.store))
        .filteredOn(one -> one.what().equals("exempted"))
        .singleElement()
        .returns("exemption of Lea", Happening::by)
        .returns(false, Happening::person)
        .returns(ExemptDesk.CLEAN, Happening::after);
    assertThat(desk.book.inForce()).containsExactly(new ExemptionBook.Today(exemption, 1, 0));
    assertThat(desk.book.exemptedToday()).isEqualTo(1);
  }

  @Test
  void noPersonsApprovalIsCountedForIt() {
    desk.exempt(ExemptDesk.TERMS);
    desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(Verdicts.since(Instant.EPOCH, Verdicts.By.CATEGORY, desk.store)).isEmpty();
  }

  @Test
  void whatIsMarkedWaitsForALookAndSaysWhy() {
    desk.exempt(ExemptDesk.TERMS);
    List<Ticket> marked =
        List.of(
            desk.handsIn("Dear [Name], please unscrew the lamp."),
            desk.handsIn("We refund 99 EUR."));
    desk.exempting.pass();

    assertThat(marked).extracting(this::status).containsOnly(TicketStatus.COMPLETED);
    assertThat(Happening.to(marked.getFirst(), desk.store))
        .filteredOn(one -> one.what().equals("left for a look"))
        .singleElement()
        .returns("something in the draft was marked", Happening::after);
    assertThat(desk.released).isEmpty();
  }

  @Test
  void anotherCustomersAddressIsALookWhateverIsExempt() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn("Please write to bob@example.org.");
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.COMPLETED);
  }

  @Test
  void whatWasHandedInBeforeTheExemptionIsLookedAt() {
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    desk.exempt(ExemptDesk.TERMS);
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.COMPLETED);
  }

  @Test
  void aCrashBetweenHandingInAndApprovingIsMadeUpForOnce() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.close();
    desk = new ExemptDesk(folder, clock);
    desk.exempting.pass();
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.ANSWERED);
    assertThat(desk.released).containsExactly(ticket.id());
    assertThat(desk.review.decisions(ticket)).hasSize(1);
  }

  @Test
  void undoneWithinThirtySecondsItWaitsForALookForGood() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    desk.review.undo(decision(ticket).id(), "Ann");
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.COMPLETED);
    assertThat(decision(ticket).undone()).isEqualTo("Ann");
    desk.review.approve(ticket.id(), Seen.of(desk.now(ticket)), "Ann");
    assertThat(decision(ticket).kind()).isEqualTo(Decision.Kind.APPROVED);
  }

  @Test
  void laterOrAfterItHasGoneOutItIsNotUndone() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    long decision = decision(ticket).id();
    desk.goneOut = true;

    assertThatThrownBy(() -> desk.review.undo(decision, "Ann")).hasMessageContaining("gone out");
    clock.advance(Duration.ofSeconds(31));
    assertThatThrownBy(() -> desk.review.undo(decision, "Ann")).hasMessageContaining("over");
  }

  @Test
  void theCapHoldsForADayOfUtcAndNoSecondExemptionRenewsIt() {
    Exemption first = desk.exempt(ExemptDesk.TERMS);
    List<Ticket> three =
        List.of(
            desk.handsIn(ExemptDesk.CLEAN),
            desk.handsIn(ExemptDesk.CLEAN),
            desk.handsIn(ExemptDesk.CLEAN));
    desk.exempting.pass();
    desk.book.remove(first.id(), "Lea");
    desk.exempt(ExemptDesk.TERMS);
    Ticket fourth = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(three)
        .extracting(this::status)
        .containsExactly(TicketStatus.ANSWERED, TicketStatus.ANSWERED, TicketStatus.COMPLETED);
    assertThat(status(fourth)).isEqualTo(TicketStatus.COMPLETED);
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T00:00:00Z")));
    Ticket tomorrow = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    assertThat(status(tomorrow)).isEqualTo(TicketStatus.ANSWERED);
  }

  @Test
  void twoAtOnceDoNotOvershootTheCapNorLetADraftOutTwice() throws Exception {
    desk.exempt(new Terms("billing", "low", 5, 0));
    for (int i = 0; i < 20; i++) {
      desk.handsIn(ExemptDesk.CLEAN);
    }
    try (var other = new ExemptDesk(folder, clock);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      var begin = new CountDownLatch(1);
      List<Future<?>> passes = new ArrayList<>();
      for (ExemptDesk one : List.of(desk, other, desk, other)) {
        passes.add(
            threads.submit(() -> {
              begin.await();
              one.exempting.pass();
              return null;
            }));
      }
      begin.countDown();
      for (Future<?> pass : passes) {
        pass.get();
      }
      List<String> out = new ArrayList<>(desk.released);
      out.addAll(other.released);
      assertThat(out).hasSize(5).doesNotHaveDuplicates();
    }
    assertThat(desk.book.exemptedToday()).isEqualTo(5);
  }

  @Test
  void theStopSwitchHoldsAllAndWhatWasHandedInMeanwhileIsLookedAt() {
    desk.exempt(ExemptDesk.TERMS);
    desk.book.set(true, "Lea");
    Ticket stopped = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    assertThat(desk.book.set(true, "Max")).returns("Lea", Switched::by);
    desk.book.set(false, "Max");
    Ticket after = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(status(stopped)).isEqualTo(TicketStatus.COMPLETED);
    assertThat(status(after)).isEqualTo(TicketStatus.ANSWERED);
    assertThat(desk.book.switched()).contains(new Switched(false, "Max", clock.instant()));
  }

  @Test
  void theSampleIsCountedAndWaits() {
    desk.exempt(new Terms("billing", "low", 2, 100));
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.COMPLETED);
    assertThat(desk.book.inForce())
        .singleElement()
        .returns(0, ExemptionBook.Today::exempted)
        .returns(1, ExemptionBook.Today::sampled);
  }

  @Test
  void aDraftOfALaterOpeningIsSettledAnew() {
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.exempting.pass();
    desk.review.sendBack(ticket.id(), Seen.of(desk.now(ticket)), "Ann", "tone", "");
    desk.exempt(ExemptDesk.TERMS);
    desk.works(ticket.id(), ExemptDesk.CLEAN);
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.ANSWERED);
  }

  @Test
  void aDraftThatAPersonHasTakenMeanwhileIsLeftAlone() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.review.takeOver(ticket.id(), "Ann");
    desk.exempting.pass();

    assertThat(desk.now(ticket).care().owner()).isEqualTo("Ann");
    assertThat(desk.released).isEmpty();
  }

  @Test
  void aStaleDraftIsLookedAt() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket ticket = desk.handsIn(ExemptDesk.CLEAN);
    desk.hands.customerWrote(ticket.id(), "ada@example.com", "It burns now!");
    desk.exempting.pass();

    assertThat(status(ticket)).isEqualTo(TicketStatus.COMPLETED);
  }

  @Test
  void oneThatCannotBeLetOutIsLeftToPeopleAndKeepsNobodyFromTheOthers() {
    desk.exempt(ExemptDesk.TERMS);
    Ticket broken = desk.handsIn(ExemptDesk.CLEAN);
    Ticket other = desk.handsIn(ExemptDesk.CLEAN);
    desk.unreleasable = broken.id();
    desk.exempting.pass();
    desk.unreleasable = "";
    desk.exempting.pass();

    assertThat(status(broken)).isEqualTo(TicketStatus.COMPLETED);
    assertThat(desk.review.decisions(broken)).isEmpty();
    assertThat(Happening.to(broken, desk.store))
        .filteredOn(one -> one.what().equals("left for a look"))
        .singleElement()
        .returns("it could not be let out", Happening::after);
    assertThat(status(other)).isEqualTo(TicketStatus.ANSWERED);
    assertThat(desk.book.exemptedToday()).isEqualTo(1);
  }
}
