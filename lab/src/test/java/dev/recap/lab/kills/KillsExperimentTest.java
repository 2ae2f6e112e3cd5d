package dev.recap.lab.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few kills of real processes; the command plays hundreds. */
class KillsExperimentTest {
  private static final int KILLS = 2;

  @Test
  void aKilledProcessIsFollowedByOneThatLosesAndRepeatsNothing() throws Exception {
    var found = new KillsExperiment("sqlite", KILLS, 7, said -> {}).find();

    KillTotals totals = found.totals();
    assertThat(totals.kills()).isEqualTo(KILLS);
    assertThat(totals.tickets()).isPositive().isEqualTo(totals.complete());
    assertThat(totals.lost() + totals.repeated() + totals.unsettled()).isZero();
    assertThat(totals.repliesPaidTwice()).isLessThanOrEqualTo(totals.repliesInFlight());
    assertThat(totals.hold()).isTrue();
    assertThat(found.json().at("/totals/kills").asInt()).isEqualTo(KILLS);
  }

  @ParameterizedTest
  @CsvSource({"oracle,1,oracle", "sqlite,0,kills is 0"})
  void anythingElseIsRefused(String store, int kills, String said) {
    assertThatThrownBy(() -> new KillsExperiment(store, kills, 1, line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void nothingHoldsWhereOneTicketIsLeft() {
    assertThat(new KillTotals(1, 3, 3, 0, 0, 0, 1, 1).hold()).isTrue();
    assertThat(new KillTotals(1, 3, 2, 0, 0, 0, 0, 0).hold()).isFalse();
    assertThat(new KillTotals(1, 3, 3, 1, 0, 0, 0, 0).hold()).isFalse();
    assertThat(new KillTotals(1, 3, 3, 0, 1, 0, 0, 0).hold()).isFalse();
    assertThat(new KillTotals(1, 3, 3, 0, 0, 1, 0, 0).hold()).isFalse();
    assertThat(new KillTotals(1, 3, 3, 0, 0, 0, 2, 1).hold()).isFalse();
  }
}
