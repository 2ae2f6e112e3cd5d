package dev.recap.desk.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "  =1",
        "\u00A0=1",
        "\u3000＝1",
        "\u200B=1",
        "\uFEFF=1",
        "＋1",
        "－1",
        "＠x",
        "\u0001=1",
        " \r\n -1"
      })
  void putsAnApostropheBeforeWhatCouldBeAFormula(String cell) {
    assertThat(SafeCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "1-1", "a=b", "'=1", "Dear, - and =", "–dash", "#4711"})
  void leavesOtherTextAsItIs(String cell) {
    assertThat(SafeCsv.harmless(cell)).isEqualTo(cell);
  }

  @Property(tries = 200)
  void canTellWhatItWas(@ForAll String cell) {
    String harmless = SafeCsv.harmless(cell);

    if (!harmless.equals(cell)) {
      assertThat(SafeCsv.asItWas(harmless)).isEqualTo(cell);
    }
  }

  @Test
  void quotesEverythingThatIsThere() {
    var out = new ByteArrayOutputStream();
    var csv = new SafeCsv(out, ';');
    csv.row(Arrays.asList("a;b", null, "say \"no\"", ""));
    csv.flush();

    assertThat(out.toString(UTF_8)).isEqualTo("\uFEFF\"a;b\";;\"say \"\"no\"\"\";\"\"\r\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SafeCsv(out, '|'))
        .withMessageContaining("a comma, a semicolon or a tab was expected");
  }
}
