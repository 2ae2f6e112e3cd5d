package dev.recap.lab.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.crashes.Moment.Kind;
import dev.recap.work.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect that is put in on purpose is found, and where nothing is wrong nothing is. */
class DefectsTest {

  /** A defect, a scenario in which it shows, and what is found of it. */
  static Stream<Arguments> defects() {
    return Stream.of(
        found(
            JournalDefects.IGNORES_INTENTIONS,
            file(Proof.NONE, tool(Blow.TOOL_DIES, Kind.AFTER_EFFECT)),
            "1 effects repeated"),
        found(
            JournalDefects.INTENTIONS_AFTER_THE_CALL,
            file(Proof.NONE, tool(Blow.TOOL_DIES, Kind.AFTER_EFFECT)),
            "1 effects repeated"),
        found(
            JournalDefects.DROPS_ANSWERS,
            file(Proof.NONE, new Strike(Moment.of(Kind.INTENTION, CLOSED), Blow.DIES_BEFORE_WRITE)),
            "unknown were [pay-1], not []"),
        found(
            JournalDefects.ASKS_AGAIN,
            file(Proof.RECEIPT, new Strike(Moment.of(Kind.END), Blow.DIES_BEFORE_WRITE)),
            "1 replies were paid twice, not 0"),
        found(
            JournalDefects.PASSES_OVER_FAILURES,
            file(Proof.RECEIPT, new Strike(Moment.of(Kind.ANSWER, PAID), Blow.DISK_IS_FULL)),
            "not on record"),
        found(
            StoreDefects.NO_SYNC,
            file(
                Proof.NONE,
                new Strike(Moment.of(Kind.INTENTION, CLOSED), Blow.DIES_UNSYNCED_AND_LOST)),
            "1 effects repeated"),
        found(
            StoreDefects.NOT_FENCED,
            sqlite(
                Proof.RECEIPT,
                new Strike(Moment.of(Kind.INTENTION, PAID), Blow.SLEEPS_UNTIL_REPLACED)),
            "calls begun by a holder without a lease"),
        found(
            ToolDefects.LOOK_UP_BELIEVED_TOO_EARLY,
            sqlite(Proof.EARLY_LOOK_UP, tool(Blow.TOOL_SLEEPS, Kind.BEFORE_EFFECT)),
            "1 effects repeated"),
        found(
            ToolDefects.ALWAYS_UNKNOWN,
            file(Proof.LOOK_UP, tool(Blow.TOOL_DIES, Kind.AFTER_EFFECT)),
            "unknown were [pay-1], not []"),
        found(
            ToolDefects.LOST_ANSWER_TAKEN_FOR_A_FAILURE,
            file(Proof.NONE, tool(Blow.TOOL_BREAKS, Kind.AFTER_EFFECT)),
            "1 effects repeated"),
        found(
            ToolDefects.FRESH_KEYS,
            file(Proof.KEY, tool(Blow.TOOL_DIES, Kind.AFTER_EFFECT)),
            "1 effects repeated"));
  }

  private static final Call PAID = new Call(Call.Step.PAY, 1);
  private static final Call CLOSED = new Call(Call.Step.CLOSE, 1);

  private static Arguments found(Defect defect, CrashScenario scenario, String what) {
    return Arguments.of(defect, scenario, what);
  }

  private static Strike tool(Blow blow, Kind kind) {
    return new Strike(Moment.of(kind, PAID), blow);
  }

  private static CrashScenario file(Proof proof, Strike strike) {
    return scenario(StoreName.FILE, proof, strike);
  }

  private static CrashScenario sqlite(Proof proof, Strike strike) {
    return scenario(StoreName.SQLITE, proof, strike);
  }

  private static CrashScenario scenario(StoreName store, Proof proof, Strike strike) {
    var work = new Work(proof, Effect.ONCE, Calls.SEQUENTIAL, store, false);
    return new CrashScenario(work, List.of(strike));
  }

  private static String wrong(CrashScenario scenario, Defect defect) {
    CrashFindings found =
        new CrashesExperiment((done, total) -> {}).play(List.of(scenario), defect);
    return found.rows().getFirst().wrong();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void isFound(Defect defect, CrashScenario scenario, String what) {
    assertThat(wrong(scenario, defect)).contains(what);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("defects")
  void nothingIsFoundInTheSameScenarioWithoutIt(Defect defect, CrashScenario scenario) {
    assertThat(wrong(scenario, Defect.NONE)).isEmpty();
  }

  @Test
  void theScenariosInWhichTheyShowAreAmongThoseThatAreTried() {
    List<String> tried =
        Scenarios.all(EnumSet.allOf(StoreName.class)).stream()
            .map(CrashScenario::toString)
            .toList();

    assertThat(defects().map(arguments -> arguments.get()[1].toString())).isSubsetOf(tried);
  }
}
