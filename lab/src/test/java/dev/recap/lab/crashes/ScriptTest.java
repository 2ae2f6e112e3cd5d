package dev.recap.lab.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.lab.crashes.Moment.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {

  static Stream<Work> works() {
    return Scenarios.all(EnumSet.of(StoreName.FILE)).stream().map(CrashScenario::work).distinct();
  }

  @ParameterizedTest
  @MethodSource("works")
  void anUndisturbedConversationWritesWhatIsPromisedAndNothingElse(Work work) {
    List<Moment> seen = new ArrayList<>();
    var never = new Strike(Moment.of(Kind.OPENING, Integer.MAX_VALUE), Blow.OPENING_FAILS);

    CrashFindings found =
        new CrashesExperiment((done, total) -> {})
            .play(List.of(new CrashScenario(work, List.of(never))), watching(seen));

    assertThat(seen)
        .isEqualTo(Script.of(work).stream().filter(moment -> !moment.isInTool()).toList());
    assertThat(found).isEqualTo(new CrashFindings(List.of(), 1));
  }

  private static Defect watching(List<Moment> seen) {
    return new Defect() {
      @Override
      public Journal journal(Journal good) {
        return new JournalOver(good) {
          @Override
          public void append(List<? extends Entry> entries) {
            super.append(entries);
            if (!entries.isEmpty()) {
              seen.add(((WatchedJournal) good).moment(entries));
            }
          }
        };
      }
    };
  }
}
