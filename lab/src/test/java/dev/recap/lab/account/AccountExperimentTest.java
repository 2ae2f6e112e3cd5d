package dev.recap.lab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.table.Findings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountExperimentTest {
  private static Findings findings;

  @BeforeAll
  static void find() {
    findings = new AccountExperiment(List.of(24), 42, said -> {}).find();
  }

  private static AccountRow row(String strategy) {
    return findings.rows().stream()
        .map(AccountRow.class::cast)
        .filter(row -> row.strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutCompactionEverythingIsInView() {
    AccountRow none = row("none");

    assertThat(none.pairs()).isPositive();
    assertThat(none.noticedDuring()).isEqualTo(none.pairs());
    assertThat(none.noticedAtEnd()).isEqualTo(none.pairs());
    assertThat(none.countsWrong()).isZero();
  }

  @Test
  void recapCountsRightAndIsToldOfEveryPair() {
    AccountRow recap = row("recap");

    assertThat(recap.countsWrong()).isZero();
    assertThat(recap.countsRight()).isPositive();
    assertThat(recap.noticedDuring()).isEqualTo(recap.pairs());
    assertThat(AccountExperiment.recapCountsRight(findings)).isTrue();
    assertThat(recap.account()).matches("([1-9]\\d*) of \\1 right");
  }

  @Test
  void perTicketConversationsAreToldOfEveryPairButCannotCount() {
    AccountRow floor = row("per-ticket");

    assertThat(floor.noticedDuring()).isEqualTo(floor.pairs());
    assertThat(floor.noticedAtEnd()).isLessThan(floor.pairs());
    assertThat(floor.countsWrong()).isPositive();
    assertThat(floor.account()).isEqualTo("none");
  }

  @Test
  void whatAnAccountStatesIsReadFromItsSentences() {
    assertThat(AccountText.counts("By category: billing 2, shipping 1. By priority: high 3. Bye."))
        .isEqualTo(Map.of("category billing", 2, "category shipping", 1, "priority high", 3));
  }
}
