package dev.recap.head;

import static dev.recap.testing.Step.looksAt;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.testing.Compacting;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closed items that stand in counts only. */
class RollUpTest extends HeadFixture {

  @Test
  void standInLinesUpToTwo() {
    IntStream.rangeClosed(1, 2).forEach(this::wholeItem);

    assertThat(texts(Kind.CLOSED))
        .containsExactly("T-1 closed: color red.", "T-2 closed: color red.");
    assertThat(texts(Kind.ROLL_UP)).isEmpty();
  }

  @Test
  void rollUpAtTheThirdAndLeaveNoLine() {
    IntStream.rangeClosed(1, 3).forEach(this::wholeItem);

    assertThat(kinds()).containsExactly(Kind.TASK, Kind.PREFACE, Kind.ROLL_UP);
    assertThat(texts(Kind.ROLL_UP)).containsExactly("T-1 to T-3 closed earlier (3): color red 3.");
  }

  @Test
  void areCountedOnFromOneRollUpToTheNext() {
    IntStream.rangeClosed(1, 11).forEach(this::wholeItem);

    assertThat(texts(Kind.ROLL_UP)).containsExactly("T-1 to T-9 closed earlier (9): color red 9.");
    assertThat(texts(Kind.CLOSED))
        .containsExactly("T-10 closed: color red.", "T-11 closed: color red.");
  }

  @Test
  void areCountedOnceAlthoughATurnOfTheirsLeavesAfterTheRollUp() {
    IntStream.rangeClosed(1, 5).forEach(this::wholeItem);
    story.turn(looksAt("T-1"));
    Compacting.leave(story, 6);

    assertThat(texts(Kind.ROLL_UP)).containsExactly("T-1 to T-3 closed earlier (3): color red 3.");
    assertThat(texts(Kind.CLOSED)).hasSize(2);
  }

  @Test
  void areCountedOnceAlthoughTheyRollUpWithoutEverHavingALine() {
    IntStream.rangeClosed(1, 9).forEach(i -> story.turn(opens("T-" + i), finishesRed("T-" + i)));
    Compacting.leave(story, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    story.turn(looksAt("T-3"));
    Compacting.leave(story, 10);

    assertThat(texts(Kind.ROLL_UP)).containsExactly("T-1 to T-9 closed earlier (9): color red 9.");
    assertThat(texts(Kind.CLOSED)).isEmpty();
  }
}
