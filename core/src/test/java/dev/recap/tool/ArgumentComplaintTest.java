package dev.recap.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.recap.work.Effect;
import dev.recap.work.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the default locale is the whole JVM's")
class ArgumentComplaintTest {

  enum Team {
    @JsonProperty("billing-team")
    BILLING,
    @JsonProperty("tech-support")
    TECH
  }

  record Place(String street, int number) {}

  /** Routes parcels. */
  public static final class Parcels {
    @Tool(value = "Routes a parcel.", effect = Effect.IDEMPOTENT)
    public String route(Team team, int weight, Optional<Place> place) {
      return team + " " + weight + " " + place;
    }

    @Tool(value = "Counts.", effect = Effect.READ_ONLY)
    public String count() {
      return "7";
    }
  }

  private final Tools tools = Tools.of(new Parcels());

  private String complaint(String arguments) {
    return tools.check(Fixture.call("route", arguments)).complaint().orElse("");
  }

  @Test
  void argumentsThatFitRaiseNone() {
    assertThat(complaint("{'team':'tech-support','weight':3}")).isEmpty();
    assertThat(complaint("{'team':'tech-support','weight':3,'place':{'street':'A','number':1}}"))
        .isEmpty();
  }

  @Test
  void aWrongChoiceIsNamedWithItsValueAndWithWhatWouldFit() {
    assertThat(complaint("{'team':'sales','weight':3}"))
        .startsWith("route was not called: team was \"sales\"")
        .contains("billing-team", "tech-support")
        .doesNotContain("BILLING");
  }

  @Test
  void aWrongTypeIsNamedWithItsValueAndTheTypeThatWouldFit() {
    assertThat(complaint("{'team':'tech-support','weight':'heavy'}"))
        .contains("weight was \"heavy\"")
        .contains("integer");
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(complaint("{'team':'tech-support'}")).contains("weight").contains("required");
  }

  @Test
  void aFieldThatDoesNotExistIsNamed() {
    assertThat(complaint("{'team':'tech-support','weight':3,'color':'red'}")).contains("color");
  }

  @Test
  void aFieldInsideAStructureIsNamedByItsPath() {
    assertThat(complaint("{'team':'tech-support','weight':3,'place':{'street':'A','number':'x'}}"))
        .contains("place.number was \"x\"");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(complaint("{'team':'sales','weight':'heavy'}")).contains("team was", "weight was");
  }

  @Test
  void whatIsNoJsonIsCalledSo() {
    assertThat(complaint("{'team':")).contains("not valid JSON");
  }

  @Test
  void somethingBehindTheObjectIsNoJsonEither() {
    assertThat(complaint("{'team':'tech-support','weight':3} {'weight':4}"))
        .contains("not valid JSON");
  }

  @Test
  void whatIsNoObjectIsShown() {
    assertThat(complaint("['tech-support', 3]")).contains("JSON object", "[\"tech-support\",3]");
  }

  @Test
  void nothingAtAllCountsAsAnEmptyObject() {
    assertThat(tools.check(Fixture.call("count", "")).complaint()).isEmpty();
    assertThat(complaint("")).contains("team", "weight");
  }

  @Test
  void aLongValueIsCutWithoutSplittingACharacter() {
    assertThat(complaint("{'team':'%s','weight':3}".formatted("x" + "\ud83d\ude80".repeat(100))))
        .contains("\ud83d\ude80...")
        .doesNotContain("\ud83d...");
  }

  @Test
  void theWordsDoNotDependOnTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(new ArgumentComplaintTest().complaint("{'team':'tech-support'}"))
          .contains("required property");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aNumberThatJavaCannotHoldIsAnErrorThatNamesTheField() {
    ToolAnswer answer =
        tools
            .runAll(
                List.of(
                    Fixture.prepared(
                        tools, "route", "{'team':'tech-support','weight':3000000000}")))
            .getFirst();

    assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(answer.text()).contains("weight was 3000000000", "2147483647");
  }
}
