package dev.recap.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.recap.lab.replay.Summaries.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayExperimentTest {
  private static final String FILLER = "and so on without a number ".repeat(30);

  private static final Summaries SUMMARIES =
      new Summaries(
          List.of(
              new Summary("t", "Ann is ann_4711; her orders are to be cancelled."),
              new Summary("u", "Nothing yet.")));

  /** An id is read at the beginning, much else is read after it, and then the id is used. */
  private static RecordedRun run(boolean thinking) {
    var trace = new TraceText("t").user("Cancel what ann ordered.");
    trace.call("find_user", "ann", "{\"user\": \"ann_4711\"} " + FILLER);
    for (int i = 0; i < 12; i++) {
      if (thinking) {
        trace.thinkingCall("get_page", "page " + i, FILLER);
      } else {
        trace.call("get_page", "page " + i, FILLER);
      }
    }
    return trace.call("cancel_orders", "ann_4711", "cancelled").assistant("Done.").run();
  }

  private static ReplayExperiment.Result play(RecordedRun run, Policy... policies) {
    return new ReplayExperiment(List.of(policies), Budget.parse("0.5p"), 4, 100, SUMMARIES)
        .play(List.of(run), played -> {});
  }

  private static ReplayRow row(ReplayExperiment.Result outcome, Policy policy) {
    return (ReplayRow)
        outcome.findings().rows().stream()
            .filter(row -> ((ReplayRow) row).policy().equals(policy.label()))
            .findFirst()
            .orElseThrow();
  }

  @Nested
  class WithNothingLeftOut {
    private final ReplayRow row = row(play(run(false), Policy.NONE), Policy.NONE);

    @Test
    void eachReplyIsARequestAndEachIsValid() {
      assertThat(row.turns()).isEqualTo(15);
      assertThat(row.views()).isEqualTo(15);
      assertThat(row.viewsValid()).isEqualTo(15);
    }

    @Test
    void theOneValueThatWasUsedAgainIsInView() {
      assertThat(row.values()).isEqualTo(1);
      assertThat(row.retention()).isEqualTo(1.0);
    }

    @Test
    void theLongestPromptIsThePeak() {
      assertThat(row.longestPrompt()).isEqualTo(row.peakTokens());
      assertThat(row.dollarsCached()).isLessThan(row.dollarsUncached());
    }
  }

  @Nested
  class WithinABudget {
    @Test
    void aWindowLosesTheValueAndTheLadderKeepsIt() {
      var outcome = play(run(false), Policy.KEEP_LAST, Policy.TRUNCATE, Policy.RECAP);

      assertThat(row(outcome, Policy.KEEP_LAST).inView()).isZero();
      assertThat(row(outcome, Policy.TRUNCATE).inView()).isZero();
      assertThat(row(outcome, Policy.RECAP).inView()).isEqualTo(1);
      assertThat(row(outcome, Policy.RECAP).compactions()).isPositive();
    }

    @Test
    void foldDoesNothingBecauseNoWorkItemIsKnown() {
      ReplayRow fold = row(play(run(false), Policy.FOLD), Policy.FOLD);
      ReplayRow none = row(play(run(false), Policy.NONE), Policy.NONE);

      assertThat(fold.compactions()).isZero();
      assertThat(fold.promptTokens()).isEqualTo(none.promptTokens());
    }

    @Test
    void recallIsAskedForWhatASummaryThatSaysNothingLost() {
      ReplayRow row = row(play(run(false), Policy.RECAP_SUMMARY), Policy.RECAP_SUMMARY);

      assertThat(row.inView() + row.recallFound()).isLessThanOrEqualTo(row.values());
      assertThat(row.recallFound()).isNotNull();
    }

    @Test
    void aRealSummaryOfTheRunKeepsWhatItNames() {
      var outcome = play(run(false), Policy.RECAP_SUMMARY, Policy.RECAP_REAL_SUMMARY);

      assertThat(row(outcome, Policy.RECAP_SUMMARY).inView()).isZero();
      assertThat(row(outcome, Policy.RECAP_REAL_SUMMARY).inView()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tcmd.add(\"now\")", "a \\ b", "\ud83d\ude00 <b>", "{\"a\": 1}"})
    void aValueThatRecallTellsAsJsonIsFound(String value) {
      var trace = new TraceText("t").user("Change the line.");
      trace.call("find_line", "first", "the file has:\n" + value + "\nand first " + FILLER);
      for (int i = 0; i < 12; i++) {
        trace.call("get_page", "page " + i, FILLER);
      }
      trace.call("change_line", value, "changed");

      ReplayRow row =
          row(play(trace.assistant("Done.").run(), Policy.RECAP_SUMMARY), Policy.RECAP_SUMMARY);
      assertThat(row.values()).isEqualTo(1);
      assertThat(row.inView()).isZero();
      assertThat(row.recallFound()).isEqualTo(1);
    }

    @Test
    void othersCannotRecall() {
      assertThat(row(play(run(false), Policy.TRUNCATE), Policy.TRUNCATE).recallFound()).isNull();
    }

    @Test
    void thePoliciesToCompareWithComeNearToTheLaddersTokens() {
      var outcome = play(run(false), Policy.RECAP, Policy.TRUNCATE_EQUAL);
      long ours = row(outcome, Policy.RECAP).promptTokens();

      assertThat(row(outcome, Policy.TRUNCATE_EQUAL).promptTokens())
          .isCloseTo(ours, within(ours / 10));
    }
  }

  @Test
  void everyPolicyLeavesValidViewsAlsoWithThinking() {
    for (boolean thinking : List.of(true, false)) {
      var outcome = play(run(thinking), Policy.values());

      assertThat(outcome.invalid()).isEmpty();
      assertThat(outcome.findings().rows())
          .hasSize(Policy.values().length)
          .allSatisfy(row -> assertThat(((ReplayRow) row).viewsValid()).isEqualTo(15));
    }
  }

  @Test
  void oursNeverLeavesThinkingBehindOtherMessagesThanItWasWrittenAfter() {
    var outcome = play(run(true), Policy.RECAP, Policy.RECAP_SUMMARY, Policy.TRUNCATE);

    assertThat(row(outcome, Policy.RECAP).thinkingMoved()).isZero();
    assertThat(row(outcome, Policy.RECAP_SUMMARY).thinkingMoved()).isZero();
    assertThat(row(outcome, Policy.TRUNCATE).thinkingMoved()).isPositive();
  }

  @Test
  void totalsAddUpTheRowsOfAPolicy() {
    var twice =
        new ReplayExperiment(List.of(Policy.NONE), Budget.parse("0.5p"), 4, 100, SUMMARIES)
            .play(List.of(run(false), run(false)), new ArrayList<>()::add);

    assertThat(twice.findings().totals().get("none"))
        .isInstanceOfSatisfying(
            ReplayTotal.class,
            total -> {
              assertThat(total.runs()).isEqualTo(2);
              assertThat(total.views()).isEqualTo(30);
              assertThat(total.retention()).isEqualTo(1.0);
            });
  }

  @Test
  void theSameRunGivesTheSameFigures() {
    assertThat(play(run(false), Policy.values()).findings().rows())
        .isEqualTo(play(run(false), Policy.values()).findings().rows());
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> Budget.parse("half")).hasMessageContaining("budget is 'half'");
    assertThatThrownBy(() -> Budget.parse("2p")).hasMessageContaining("share of 2.0");
    assertThatThrownBy(() -> Policy.of("melt")).hasMessageContaining("policy is 'melt'");
    assertThatThrownBy(() -> ReadOnlyNames.parse("get *")).hasMessageContaining("'get *'");
    assertThat(Arrays.stream(Policy.values()).map(Policy::label)).doesNotHaveDuplicates();
  }
}
