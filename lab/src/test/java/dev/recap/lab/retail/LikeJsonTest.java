package dev.recap.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1,\"b\":[2]} | {\"b\":[2.0], \"a\":1.0}",
        "{\"a\":null} | {}",
        "a word | a word",
        "68.9 | 68.90"
      })
  void passesOverOrderSpaceAndSpelling(String recorded, String here) {
    assertThat(LikeJson.difference(recorded, here)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":{\"b\":[1,2]}} | {\"a\":{\"b\":[1,3]}} | a.b[1] was recorded as 2, but is 3",
        "{\"a\":[1]} | {\"a\":[1,2]} | a was recorded as [1], but is [1,2]",
        "{} | {\"a\":0} | a was recorded as nothing, but is 0",
        "{\"a\":\"1\"} | {\"a\":1} | a was recorded as \"1\", but is 1",
        "yes | no | the text was recorded as yes, but is no"
      })
  void saysWhereTheFirstDifferenceIs(String recorded, String here, String what) {
    assertThat(LikeJson.difference(recorded, here)).contains(what);
  }
}
