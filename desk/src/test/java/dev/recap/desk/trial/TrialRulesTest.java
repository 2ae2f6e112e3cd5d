package dev.recap.desk.trial;

import static dev.recap.desk.trial.TrialOffice.answered;
import static dev.recap.desk.trial.TrialOffice.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialRulesTest {
  private static List<Answered> of(String... categories) {
    return TrialRules.inOneSpelling(
        IntStream.range(0, categories.length)
            .mapToObj(i -> answered("T" + i, "Hilfe", decided(categories[i], null, null)))
            .toList());
  }

  private static List<String> categories(String... categories) {
    return DeskRules.names(TrialRules.of(of(categories)).categories());
  }

  @Test
  void theValuesAreThoseThatPeopleChoseInAnOrderThatTellsNothing() {
    assertThat(categories("Zahlung", "Gerät", "", "Ärger", "Gerät"))
        .containsExactly("Gerät", "Zahlung", "Ärger");
  }

  @Test
  void whatDiffersInSpellingAloneIsOneValueAsMostSpellIt() {
    assertThat(of("gerät", "Gerät ", "Gera\u0308t", "GERÄT"))
        .extracting(each -> each.human().category())
        .containsOnly("Gerät");
    assertThat(categories("Team\u00a0 Nord", "Team Nord", " ")).containsExactly("Team Nord");
  }

  @Test
  void aFieldInWhichNobodyDecidedIsNoStep() {
    DeskRules rules = TrialRules.of(of("Gerät"));

    assertThat(rules.steps()).containsExactlyInAnyOrder(Step.CATEGORY, Step.DRAFT);
    assertThat(DeskRules.names(rules.teams())).containsExactly("-");
  }

  @Test
  void aColumnThatIsNoFieldIsRefusedByTheFieldsName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> categories("x".repeat(61)))
        .withMessageContainingAll("category", "60", "column");
    String[] many = IntStream.range(0, 101).mapToObj(i -> "value " + i).toArray(String[]::new);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> categories(many))
        .withMessageContainingAll("categories", "101");
  }
}
