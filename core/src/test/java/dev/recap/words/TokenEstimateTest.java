package dev.recap.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
  @ParameterizedTest
  @CsvSource({
    "'',0",
    "word,1",
    "words and,2",
    "internationalisation,4",
    "12345,2",
    "'{\"a\":1}',7"
  })
  void countsLettersBySixDigitsByThreeAndOtherSignsOneByOne(String text, int tokens) {
    assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
  }

  @Test
  void countsASpaceBetweenWordsForNothingAndManyForSomething() {
    assertThat(TokenEstimate.of("a" + " ".repeat(15) + "b")).isEqualTo(2);
    assertThat(TokenEstimate.of(" ".repeat(16_000))).isEqualTo(1_000);
  }

  @Test
  void countsEachLetterOfAScriptBeyondAscii() {
    assertThat(TokenEstimate.of("\u4f60\u597d")).isEqualTo(2);
  }
}
