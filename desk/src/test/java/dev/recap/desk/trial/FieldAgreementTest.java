package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.trial.FieldAgreement.Commonest;
import dev.recap.desk.trial.FieldAgreement.Confused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldAgreementTest {
  private static TrialPair pair(@Nullable String human, @Nullable String agent) {
    var person = new Decisions(human, null, null, null);
    var machine = new Decisions(agent, null, null, "Hello.");
    var ground = new TrialPair.Ground(null, List.of(), List.of());
    return new TrialPair(
        1, "T", "", "Help", person, machine, ground, TrialPair.differing(person, machine));
  }

  @Test
  void countsWhereAPersonHadDecidedAndNowhereElse() {
    FieldAgreement category =
        FieldAgreement.of(
            Field.CATEGORY,
            List.of(
                pair("billing", "billing"),
                pair("billing", "account"),
                pair("billing", "account"),
                pair("account", "account"),
                pair("shipping", null),
                pair(null, "billing")));

    assertThat(category.field()).isEqualTo("category");
    assertThat(category.compared()).isEqualTo(5);
    assertThat(category.agree()).isEqualTo(2);
    assertThat(category.share()).isEqualTo(0.4);
    assertThat(category.interval()).isEqualTo(Interval.of(2, 5));
    assertThat(category.commonest()).isEqualTo(new Commonest("billing", 0.6));
    assertThat(category.confusion())
        .containsExactly(
            new Confused("account", "account", 1),
            new Confused("billing", "account", 2),
            new Confused("billing", "billing", 1),
            new Confused("shipping", null, 1));
  }

  @Test
  void whereNobodyHadDecidedThereIsNoShare() {
    FieldAgreement category = FieldAgreement.of(Field.CATEGORY, List.of(pair(null, "billing")));

    assertThat(category)
        .isEqualTo(new FieldAgreement("category", 0, 0, null, null, null, List.of()));
  }

  @Test
  void aTicketDiffersInTheFieldsInWhichAPersonDecidedSomethingElse() {
    assertThat(pair("billing", "account").differs()).containsExactly("category");
    assertThat(pair("billing", null).differs()).containsExactly("category");
    assertThat(pair(null, "account").differs()).isEmpty();
    assertThat(pair("account", "account").differs()).isEmpty();
  }
}
