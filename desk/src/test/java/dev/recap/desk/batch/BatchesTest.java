package dev.recap.desk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Made;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {
  @TempDir private Path folder;

  /** Two servers that are asked to begin one shift at the same instant. */
  @Test
  void anOrderUnderAnIdThatIsTakenLeavesTheFirstAsItIs() {
    try (var left = new Office(folder);
        var right = new Office(folder)) {
      Batch first = left.order(1, 1, new Budget(5, 1_000));
      Batch second =
          right
              .batches()
              .order("b", new Made(Instant.ofEpochSecond(9), "Bob"), first.settings(), Budget.NONE);

      assertThat(second).isEqualTo(first).isEqualTo(left.batches().get("b"));
      assertThat(left.batches().all()).hasSize(1);
    }
  }
}
