package dev.recap.lab.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashesExperimentTest {
  private static final int SAMPLE = 120;
  private static final Set<StoreName> ALL = EnumSet.allOf(StoreName.class);

  /** Another sample each time a scenario is added; the whole is played by the command. */
  @ParameterizedTest
  @EnumSource
  void inEachStoreNothingIsRepeatedAndNothingLost(StoreName store) {
    CrashFindings found =
        new CrashesExperiment((done, total) -> {}).play(EnumSet.of(store), SAMPLE, 1);

    assertThat(found.wrong()).isEmpty();
    assertThat(found.rows()).hasSizeGreaterThan(SAMPLE * 3 / 4);
    assertThat(found.totals().get("all"))
        .satisfies(all -> {
          assertThat(all.repeated()).isZero();
          assertThat(all.lost()).isZero();
          assertThat(all.complete() + all.unknown()).isEqualTo(all.scenarios());
        });
  }

  @Test
  void moreThanTenThousandScenariosDifferFromEachOther() {
    List<CrashScenario> all = Scenarios.all(ALL);

    assertThat(all.size()).isGreaterThan(15_000);
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
  }

  @Test
  void coverEveryKindOfEffectProofScheduleStoreAndBlow() {
    List<CrashScenario> all = Scenarios.all(ALL);

    assertThat(kinds(all, scenario -> scenario.work().proof())).hasSize(Proof.values().length);
    assertThat(kinds(all, scenario -> scenario.work().effect())).hasSize(3);
    assertThat(kinds(all, scenario -> scenario.work().calls())).hasSize(Calls.values().length);
    assertThat(kinds(all, scenario -> scenario.work().compacting())).hasSize(2);
    assertThat(kinds(all, CrashScenario::work).map(Work::store).distinct()).hasSize(3);
    assertThat(
            all.stream()
                .flatMap(scenario -> scenario.strikes().stream())
                .map(Strike::blow)
                .distinct())
        .containsExactlyInAnyOrder(Blow.values());
  }

  private static <T> Stream<T> kinds(List<CrashScenario> all, Function<CrashScenario, T> kind) {
    return all.stream().map(kind).distinct();
  }

  @Test
  void aSampleIsTheSameForTheSameSeedAndKeepsTheOrder() {
    List<CrashScenario> all = Scenarios.all(EnumSet.of(StoreName.FILE));

    List<CrashScenario> some = Scenarios.sample(all, 50, 7);

    assertThat(some).hasSize(50).isEqualTo(Scenarios.sample(all, 50, 7)).isSubsetOf(all);
    assertThat(some).isNotEqualTo(Scenarios.sample(all, 50, 8));
    assertThat(some.stream().map(all::indexOf)).isSorted();
  }
}
