package dev.recap.desk.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.exemption.Verdict.Case;
import dev.recap.desk.exemption.Verdict.Checked;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Handling;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.Ticket.Care;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
  private static final Terms TERMS = new Terms("billing", "low", 3, 0);
  private static final Checked CLEAN = new Checked(1, 0);
  private static final Care CARE = new Care(null, null, null, 1, 1, null);
  private static final DeskRules RULES = rules(Set.of());

  private static DeskRules rules(Set<String> forPeople) {
    DeskRules standard = Guidance.STANDARD.rules();
    return new DeskRules(
        standard.categories(),
        standard.priorities(),
        standard.teams(),
        standard.steps(),
        forPeople,
        standard.guidance());
  }

  private static Ticket ticket(TicketStatus status, Care care) {
    var asked = new NewTicket(new Customer(7, "Ada", null), "Hm", "It hums.", Instant.EPOCH, "A-1");
    var handling = new Handling("billing", "low", null, "Please unscrew it.", Map.of());
    return new Ticket(
        1, "A-1", asked, handling, status, status == TicketStatus.NEW ? null : "run-1", care);
  }

  private static Verdict of(Ticket ticket, Checked checked, int used) {
    return Verdict.of(new Case(ticket, 1, TERMS, false, checked, used), RULES);
  }

  private static Verdict withTerms(Terms terms, boolean stopped, DeskRules rules) {
    Ticket ticket = ticket(TicketStatus.COMPLETED, CARE);
    return Verdict.of(new Case(ticket, 1, terms, stopped, CLEAN, 0), rules);
  }

  @Test
  void aDraftThatNothingSpeaksAgainstGoesOut() {
    assertThat(of(ticket(TicketStatus.COMPLETED, CARE), CLEAN, 2)).isEqualTo(Verdict.EXEMPTED);
  }

  @Test
  void theCapIsReachedWithTheDraftThatFillsIt() {
    assertThat(of(ticket(TicketStatus.COMPLETED, CARE), CLEAN, 3)).isEqualTo(Verdict.CAP_USED);
  }

  @Test
  void aDraftThatIsMarkedOrRestsOnNothingIsLookedAt() {
    Ticket ticket = ticket(TicketStatus.COMPLETED, CARE);
    assertThat(of(ticket, new Checked(1, 1), 0)).isEqualTo(Verdict.MARKED);
    assertThat(of(ticket, new Checked(0, 0), 0)).isEqualTo(Verdict.NO_EVIDENCE);
  }

  @Test
  void aDraftThatDoesNotKnowWhatTheCustomerWroteIsLookedAt() {
    Care stale = new Care(null, null, null, 2, 1, null);
    assertThat(of(ticket(TicketStatus.COMPLETED, stale), CLEAN, 0)).isEqualTo(Verdict.STALE);
  }

  @ParameterizedTest
  @EnumSource(value = TicketStatus.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
  void onlyWhatWaitsForALookGoesOut(TicketStatus status) {
    assertThat(of(ticket(status, CARE), CLEAN, 0)).isEqualTo(Verdict.NOT_WAITING);
  }

  @Test
  void whatAPersonHasIsThatPersons() {
    Care owned = new Care("Ann", null, null, 1, 1, null);
    assertThat(of(ticket(TicketStatus.COMPLETED, owned), CLEAN, 0)).isEqualTo(Verdict.NOT_WAITING);
  }

  @Test
  void nothingGoesOutWithoutAnExemptionOrWhileTheyAreStopped() {
    Ticket ticket = ticket(TicketStatus.COMPLETED, CARE);
    assertThat(Verdict.of(new Case(ticket, 1, null, false, CLEAN, 0), RULES))
        .isEqualTo(Verdict.NOT_EXEMPT);
    assertThat(withTerms(TERMS, true, RULES)).isEqualTo(Verdict.STOPPED);
  }

  @Test
  void aCategoryThatGoesToPeopleByNowIsLookedAt() {
    assertThat(withTerms(TERMS, false, rules(Set.of("billing")))).isEqualTo(Verdict.FOR_PEOPLE);
  }

  @Test
  void aHundredPercentIsEveryDraft() {
    assertThat(withTerms(new Terms("billing", "low", 3, 100), false, RULES))
        .isEqualTo(Verdict.SAMPLED);
  }

  @Test
  void theSampleIsAboutItsShareAndAlwaysTheSame() {
    int[] drawn =
        IntStream.range(0, 10_000).filter(i -> Sample.has("TICKET-" + i, 1, 20)).toArray();

    assertThat(drawn.length).isBetween(1_850, 2_150);
    assertThat(IntStream.of(drawn)).allMatch(i -> Sample.has("TICKET-" + i, 1, 20));
    assertThat(IntStream.of(drawn)).allMatch(i -> Sample.has("TICKET-" + i, 1, 21));
    assertThat(IntStream.of(drawn).filter(i -> Sample.has("TICKET-" + i, 2, 20)).count())
        .isBetween(300L, 500L);
    assertThat(IntStream.range(0, 1_000)).noneMatch(i -> Sample.has("TICKET-" + i, 1, 0));
  }
}
