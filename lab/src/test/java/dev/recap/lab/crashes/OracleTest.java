package dev.recap.lab.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.lab.crashes.Moment.Kind;
import dev.recap.work.Effect;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the oracle says is said here once more, by hand. */
class OracleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // A call that died between its intention and its answer.
        "ONCE | NONE | SEQUENTIAL | AFTER_EFFECT | TOOL_DIES | pay-1",
        "ONCE | NONE | SEQUENTIAL | BEFORE_EFFECT | TOOL_DIES | pay-1",
        "ONCE | NONE | SEQUENTIAL | ANSWER | DIES_BEFORE_WRITE | pay-1",
        "ONCE | EARLY_LOOK_UP | SEQUENTIAL | BEFORE_EFFECT | TOOL_DIES | pay-1",
        "ONCE | EARLY_LOOK_UP | SEQUENTIAL | AFTER_EFFECT | TOOL_DIES | -",
        "ONCE | LOOK_UP | SEQUENTIAL | BEFORE_EFFECT | TOOL_DIES | -",
        "ONCE | RECEIPT | SEQUENTIAL | BEFORE_EFFECT | TOOL_DIES | -",
        "ONCE | KEY | SEQUENTIAL | BEFORE_EFFECT | TOOL_DIES | -",
        "IDEMPOTENT | NONE | SEQUENTIAL | AFTER_EFFECT | TOOL_DIES | -",
        "READ_ONLY | NONE | SEQUENTIAL | AFTER_EFFECT | TOOL_DIES | -",
        // Its intention or its answer stands or does not.
        "ONCE | NONE | SEQUENTIAL | INTENTION | DIES_UNSYNCED_AND_LOST | -",
        "ONCE | NONE | SEQUENTIAL | INTENTION | DIES_AFTER_SYNC | pay-1",
        "ONCE | NONE | SEQUENTIAL | INTENTION | DIES_IN_LAST_LINE | -",
        "ONCE | NONE | PARALLEL | INTENTION | DIES_IN_LAST_LINE | pay-1",
        "ONCE | NONE | SEQUENTIAL | ANSWER | DIES_AFTER_SYNC | -",
        // Its sibling.
        "ONCE | NONE | PARALLEL | AFTER_EFFECT | TOOL_DIES | pay-1 pay-2",
        "ONCE | EARLY_LOOK_UP | PARALLEL | AFTER_EFFECT | TOOL_DIES | pay-2",
        "ONCE | NONE | PARALLEL | ANSWER | DIES_AFTER_SYNC | pay-2",
        "ONCE | NONE | PARALLEL | AFTER_EFFECT | TOOL_BREAKS | pay-1",
        // Who goes on at once cannot believe that what is not there will not come.
        "ONCE | LOOK_UP | STAGGERED | ANSWER | COMMIT_FAILS | pay-2",
        "ONCE | LOOK_UP | STAGGERED | ANSWER | DIES_BEFORE_COMMIT | -",
        "ONCE | NONE | STAGGERED | ANSWER | COMMIT_ANSWER_IS_LOST | -",
      })
  void saysWhichCallsNobodyCanKnow(
      Effect effect, Proof proof, Calls calls, Kind kind, Blow blow, String unknown) {
    StoreName store =
        blow.fits(Moment.of(Kind.START), StoreName.SQLITE) ? StoreName.SQLITE : StoreName.FILE;
    var work = new Work(proof, effect, calls, store, false);
    var strike = new Strike(Moment.of(kind, new Call(Call.Step.PAY, 1)), blow);

    Oracle.End end = Oracle.of(new CrashScenario(work, List.of(strike)));

    assertThat(end.unknown().stream().map(Call::toString).collect(Collectors.joining(" ")))
        .isEqualTo(unknown == null ? "" : unknown);
  }
}
