package dev.recap.desk.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.desk.exemption.Exemption.Removed;
import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExemptionBookTest {
  private static final DeskRules RULES = Guidance.STANDARD.rules();
  private static final Terms TERMS = new Terms("billing", "low", 2, 10);

  private final SettableClock clock = ExemptDesk.morning();
  private final TicketStore store = Desks.empty(clock);
  private final ExemptionBook book = new ExemptionBook(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whoAndWhenStaysOnRecordAlsoOfWhatWasRemoved() {
    Instant added = clock.instant();
    Exemption one = book.add(TERMS, "Lea", RULES);
    clock.advance(Duration.ofHours(1));
    book.remove(one.id(), "Max");

    assertThat(book.inForce()).isEmpty();
    assertThat(book.removed())
        .containsExactly(
            new Exemption(one.id(), TERMS, "Lea", added, new Removed("Max", clock.instant())));
  }

  @Test
  void theSecondOfTwoIsToldWhoWasFaster() {
    Exemption one = book.add(TERMS, "Lea", RULES);

    assertThatThrownBy(() -> book.add(TERMS, "Max", RULES))
        .hasMessage("Lea has exempted billing, low already: remove that first");
    book.remove(one.id(), "Lea");
    assertThatThrownBy(() -> book.remove(one.id(), "Max")).hasMessage("Lea has removed it already");
    assertThatThrownBy(() -> book.remove(99, "Max"))
        .hasMessage("exemption is 99, but there is no such one");
    assertThat(book.add(TERMS, "Max", RULES).by()).isEqualTo("Max");
  }

  @Test
  void onlyWhatTheRulesHaveAndLeaveToTheAgentIsExempted() {
    assertThatThrownBy(() -> book.add(new Terms("weather", "low", 1, 0), "Lea", RULES))
        .hasMessageStartingWith("category is 'weather', but must be one of [billing,");
    assertThatThrownBy(() -> book.add(new Terms("billing", "never", 1, 0), "Lea", RULES))
        .hasMessageStartingWith("priority is 'never', but must be one of [low,");
    var people =
        new DeskRules(
            RULES.categories(),
            RULES.priorities(),
            RULES.teams(),
            RULES.steps(),
            Set.of("billing"),
            "");
    assertThatThrownBy(() -> book.add(TERMS, "Lea", people))
        .hasMessage("tickets about billing always go to a person");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1001, 0", "1, -1", "1, 101"})
  void capAndShareAreWithinTheirLimits(int cap, int percent) {
    assertThatThrownBy(() -> new Terms("billing", "low", cap, percent))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSwitchThatNobodyHasTouchedIsNotSet() {
    assertThat(book.switched()).isEmpty();
    assertThat(book.set(true, "Lea")).isEqualTo(new Switched(true, "Lea", clock.instant()));
  }
}
