package dev.recap.lab.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingsTest {
  public record Row(String strategy, int turns, double dollars, @Nullable String ended) {}

  public record Total(int cells, double share) {}

  private final Findings findings =
      new Findings(
          List.of(new Row("recap", 37, 0.1234, null), new Row("tutorial", 1_039, 12.5, "a\nb")),
          Map.of("recap", new Total(2, 0.5)));

  @Test
  void areColumnsWithTextToTheLeftAndNumbersToTheRight() {
    assertThat(findings.lines())
        .containsExactly(
            "strategy  turns  dollars  ended",
            "recap        37   0.1234  -",
            "tutorial  1,039     12.5  a?b",
            "",
            "name   cells   share",
            "recap      2  0.5000");
  }

  @Test
  void areJsonWithFieldsNamedAsTheColumns() {
    assertThat(findings.json().at("/rows/1/turns").asInt()).isEqualTo(1_039);
    assertThat(findings.json().at("/rows/0/ended").isNull()).isTrue();
    assertThat(findings.json().at("/totals/recap/share").asDouble()).isEqualTo(0.5);
  }

  @Test
  void areNoTableWithoutRows() {
    assertThat(new Findings(List.of(), Map.of()).lines()).isEmpty();
  }
}
