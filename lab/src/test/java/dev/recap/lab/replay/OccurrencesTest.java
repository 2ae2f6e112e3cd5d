package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "order A100 is late, A100, true",
        "order A1001 is late, A100, false",
        "order XA100, A100, false",
        "XA100 and A100, A100, true",
        "{\"id\":\"A100\"}, A100, true",
        "paid 54.04 now, 54.04, true",
        "a100, A100, false",
      })
  void aValueIsThereVerbatimAndAsAWordOfItsOwn(String text, String value, boolean there) {
    assertThat(Occurrences.search(text, value)).isEqualTo(there);
    var remembering = new Occurrences();
    assertThat(remembering.in(text, value)).isEqualTo(there);
    assertThat(remembering.in(text, value)).isEqualTo(there);
  }
}
