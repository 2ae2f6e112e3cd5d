package dev.recap.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.conversation.Usage;
import dev.recap.lab.report.RunReport.Cost;
import dev.recap.lab.scenario.PlayedSummary;
import dev.recap.lab.scenario.PlayedTurn;
import dev.recap.model.ModelReply;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final double EXACT = 1e-9;

  private static PriceList prices(String model) {
    return new PriceList(ModelCatalog.bundled(), model);
  }

  private static List<PlayedTurn> turns(int many, Usage each) {
    return Collections.nCopies(many, turn(each, null));
  }

  private static PlayedTurn turn(Usage usage, @Nullable String otherModel) {
    var details = otherModel == null ? null : new ModelReply.Details(otherModel, List.of(), null);
    return new PlayedTurn(
        1, new ModelReply(List.of(), ModelReply.StopReason.END_TURN, usage, "", details), 1, false);
  }

  @Test
  void manyShortPromptsDoNotCostWhatOneLongPromptWould() {
    Cost short10 =
        prices("claude-haiku-5-5").cost(turns(10, new Usage(0, 50_000, 0, 0)), List.of());
    Cost long1 = prices("claude-haiku-5-5").cost(turns(1, new Usage(0, 500_000, 0, 0)), List.of());
    assertThat(short10.cached()).isCloseTo(0.005, within(EXACT));
    assertThat(short10.uncached()).isCloseTo(0.05, within(EXACT));
    assertThat(long1.cached()).isCloseTo(0.025, within(EXACT));
  }

  @Test
  void aReplyCostsWhatTheModelCostsThatGaveIt() {
    Usage usage = new Usage(10_000, 0, 0, 1_000);
    List<PlayedTurn> turns = List.of(turn(usage, null), turn(usage, "claude-haiku-5-5"));
    assertThat(prices("claude-opus-5-5").cost(turns, List.of()).cached())
        .isCloseTo(0.06 + 0.0015, within(EXACT));
  }

  @Test
  void aSummaryCostsWhatItsWriterCosts() {
    var summary = new PlayedSummary(new Usage(10_000, 0, 0, 1_000), "", "claude-haiku-5-5");
    assertThat(
            prices("claude-opus-5-5")
                .cost(turns(1, new Usage(10_000, 0, 0, 1_000)), List.of(summary))
                .cached())
        .isCloseTo(0.06 + 0.0015, within(EXACT));
  }

  @Test
  void nothingIsSaidWhereAPriceIsNotKnown() {
    var summary = new PlayedSummary(Usage.NONE, "", "claude-unheard-of");
    assertThat(prices("claude-opus-5-5").cost(List.of(), List.of(summary))).isNull();
    assertThat(prices("claude-unheard-of").cost(List.of(), List.of())).isNull();
  }
}
