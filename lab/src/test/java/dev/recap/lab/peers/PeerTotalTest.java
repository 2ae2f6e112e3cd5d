package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTotalTest {
  @Test
  void addsTheRunsOfOneLoopAtOneSettingAndComparesRecapOnTheSameQueues() {
    var totals =
        totals(
            row("recap", "", 5, true, 100, 1),
            row("adk", "best", 5, true, 300, 4),
            row("recap", "", 50, true, 1_000, 10),
            row("adk", "best", 50, false, 700, 16));

    assertThat(totals).containsOnlyKeys("recap", "adk (best)");
    PeerTotal adk = totals.get("adk (best)");
    assertThat(adk).isNotNull();
    assertThat(adk.runs()).isEqualTo(2);
    assertThat(adk.complete()).isEqualTo(1);
    assertThat(adk.totalTokens()).isEqualTo(1_000);
    assertThat(adk.recapTokensShare()).isEqualTo(1.1);
    assertThat(adk.recapDollarsShare()).isEqualTo(0.55);
  }

  @Test
  void comparesNothingWhenRecapDidNotPlay() {
    PeerTotal total = totals(row("adk", "", 5, true, 300, 4)).get("adk");

    assertThat(total).isNotNull();
    assertThat(total.recapTokensShare()).isNull();
    assertThat(total.recapDollarsShare()).isNull();
  }

  private static Map<String, PeerTotal> totals(PeerRow... rows) {
    Map<String, PeerTotal> totals = new LinkedHashMap<>();
    PeerTotal.findings(List.of(rows), "recap")
        .totals()
        .forEach((name, total) -> totals.put(name, (PeerTotal) total));
    return totals;
  }

  private static PeerRow row(
      String peer, String setting, int tickets, boolean complete, long tokens, double dollars) {
    return new PeerRow(
        peer,
        "1",
        setting,
        tickets,
        complete,
        1,
        tokens,
        0,
        0,
        tokens,
        dollars,
        dollars,
        dollars,
        dollars,
        null,
        0,
        0,
        0,
        0,
        0,
        "answered");
  }
}
