package dev.recap.lab.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TuningTest {
  @Test
  void aStageThatDoesNotExistIsNamedWithThoseThatDo() {
    assertThatThrownBy(() -> new Tuning(5_000, List.of("melt"), null))
        .hasMessage(
            "stage is 'melt', but must be one of fold, forget-thinking, clear-tool-results,"
                + " summarize, provider-summary, trim");
  }
}
