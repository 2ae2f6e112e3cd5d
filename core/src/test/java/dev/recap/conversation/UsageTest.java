package dev.recap.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UsageTest {
  private static final Usage SPENT = new Usage(500, 0, 0, 70);
  private static final Usage FULL = new Usage(10, 200, 30, 40, new Usage.Details(20, 25, SPENT));

  @Test
  void countsWhatTheProvidersOwnCompactionSpentToTheTotalAndNotToTheContext() {
    assertThat(FULL.promptTokens()).isEqualTo(240);
    assertThat(FULL.contextTokens()).isEqualTo(280);
    assertThat(FULL.totalTokens()).isEqualTo(850);
  }

  @Test
  void addsUpInEveryPart() {
    assertThat(FULL.plus(FULL))
        .isEqualTo(
            new Usage(20, 400, 60, 80, new Usage.Details(40, 50, new Usage(1000, 0, 0, 140))));
    assertThat(FULL.plus(Usage.NONE)).isEqualTo(FULL);
    assertThat(Usage.NONE.plus(FULL)).isEqualTo(FULL);
  }

  @Test
  void withDetailsThatSayNothingIsTheSameAsWithoutThem() {
    assertThat(new Usage(1, 2, 3, 4, new Usage.Details(0, 0, null)))
        .isEqualTo(new Usage(1, 2, 3, 4));
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> new Usage(1, 2, 3, 4, new Usage.Details(0, -1, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thinking -1");
  }
}
