package dev.recap.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CostExperimentTest {
  private static CostExperiment.Found found;

  @BeforeAll
  static void find() {
    var setting = new CostGrid(List.of(5, 12), 42, List.of(6_500L));
    found = new CostExperiment(setting, said -> {}).find();
  }

  @Test
  void everyClaimThatCanBeCheckedAtTheseSizesHolds() {
    assertThat(found.findings().totals()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void aFoldCostsAtMostSixTenthsOfASummaryAtItsOptimum() {
    assertThat(found.findings().totals().get(Claims.FOLD_TO_SUMMARY))
        .isInstanceOfSatisfying(
            Claim.class,
            claim -> assertThat(Double.parseDouble(claim.measured())).isBetween(0.4, 0.6));
  }

  @Test
  void everyWayIsPricedAtEverySizeAndMinimum() {
    JsonNode rows = found.findings().json().path("rows");

    assertThat(rows).hasSize(Way.values().length * 2 * BookedRun.MINIMUMS.size());
    assertThat(rows.findValues("readTenth")).allMatch(JsonNode::isNumber);
  }

  @Test
  void lossesAreShown() {
    assertThat(found.findings().json().path("rows"))
        .anyMatch(row ->
            row.path("strategy").asText().equals("tutorial") && row.path("saved").asDouble() < 0);
  }

  @Test
  void theChartNamesEveryWay() {
    for (Way way : Way.values()) {
      assertThat(found.chart()).contains(">" + way.label() + "<");
    }
  }
}
