package dev.recap.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkItemTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u2028b", "a\u202eb", "a\u0085b"})
  void isOnOneLineAndReadsInOneDirection(String key) {
    assertThatThrownBy(() -> new WorkItem(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasTwoHundredCharactersAtMost() {
    assertThat(new WorkItem("x".repeat(200)).key()).hasSize(200);
    assertThatThrownBy(() -> new WorkItem("x".repeat(201)))
        .hasMessageContaining("1 to 200 characters");
  }
}
