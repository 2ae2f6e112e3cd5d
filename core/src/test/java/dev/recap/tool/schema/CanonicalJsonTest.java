package dev.recap.tool.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private static String of(String json) {
    return CanonicalJson.write(CanonicalJson.plain(CanonicalJson.read(json.replace('\'', '"'))))
        .replace('"', '\'');
  }

  @Test
  void keysAreSortedAtEveryDepthAndWhiteSpaceGoes() {
    assertThat(of("{ 'b' : { 'd':1, 'c':[ {'f':1,'e':2} ] }, 'a' : true }"))
        .isEqualTo("{'a':true,'b':{'c':[{'e':2,'f':1}],'d':1}}");
  }

  @Test
  void theOrderOfAListIsKept() {
    assertThat(of("[3,1,2]")).isEqualTo("[3,1,2]");
  }

  /** A model that writes 10 and then 10.0 must not be refunded twice. */
  @Test
  void equalNumbersAreEqualTextHoweverTheyAreWritten() {
    assertThat(of("[10, 10.0, 1e1, 1.00E+1]")).isEqualTo("[10,10,10,10]");
    assertThat(of("[0.50, 5e-1]")).isEqualTo("[0.5,0.5]");
  }

  @Test
  void numbersKeepEveryDigit() {
    assertThat(of("[12345678901234567890, 0.1234567890123456789]"))
        .isEqualTo("[12345678901234567890,0.1234567890123456789]");
  }

  @Test
  void aHugeExponentIsRefusedAndNotWrittenOut() {
    assertThatThrownBy(() -> of("1e999999")).hasMessageContaining("1E+999999, is out of range");
  }

  @Test
  void nothingIsAnEmptyObject() {
    assertThat(of("")).isEqualTo("{}");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> CanonicalJson.read("{oops"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("its arguments are not valid JSON");
  }
}
