package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.ForgetThinking;
import dev.recap.compaction.Stage;
import dev.recap.compaction.Summarize;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.ThinkingVoided.Cause;
import dev.recap.model.ModelException.Category;
import dev.recap.testing.Replies;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On models that refuse an open round of tools without the thinking it began with. */
class OpenRoundTest extends ThinkingFixture {

  @Test
  void anOpenRoundThatIsRefusedWithoutItsThinkingGoesBackUntouched() {
    ThoughtfulModel model = twoThings();
    model.wantsOpenRound = true;
    Run run =
        agent(model).compaction(WITHOUT_A_SUMMARY).build().start(journal, "Paint everything.");
    for (Turn turn : run) {
      if (turn.reply().waitsForTools()) {
        run.compact();
      }
    }

    assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).containsExactly(Category.MISSING_THINKING);
    assertThat(voided()).extracting(ThinkingVoided::cause).containsExactly(Cause.WANTED_BACK);
    assertThat(model.answered.getLast().dropsStaleThinking()).isTrue();
    assertThat(model.answered)
        .allSatisfy(
            request -> assertThat(ThoughtfulModel.thinkingIn(request)).hasSizeLessThanOrEqualTo(2));
  }

  private static Replies readsMuch() {
    return calls("look_up", "{'words':'%s'}".formatted("glue ".repeat(400)));
  }

  /** The stages before it take thinking from the newest turn, or from all others. */
  static Stream<Stage> before() {
    return Stream.of(new ClearToolResults().keepTokens(0), new ForgetThinking());
  }

  @ParameterizedTest
  @MethodSource("before")
  void aSummaryThatIsRefusedWithoutTheThinkingOfAnOpenRoundIsAskedForOnceMore(Stage first) {
    var model =
        new ThoughtfulModel(
            model(
                opens(),
                readsMuch(),
                readsMuch(),
                Replies.saying("T-1 is to be red."),
                paints("T-1"),
                finishes("T-1"),
                Replies.saying("All painted.")));
    model.wantsOpenRound = true;
    Run run =
        agent(model)
            .compaction(Compaction.atTokens(100_000).stages(first, new Summarize()))
            .build()
            .start(journal, "Paint everything.");
    for (Turn turn : run) {
      if (turn.number() == 3) {
        run.compact();
      }
    }

    assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.refusals).containsExactly(Category.MISSING_THINKING);
    assertThat(voided()).extracting(ThinkingVoided::cause).containsExactly(Cause.WANTED_BACK);
    assertThat(Seen.entries(journal, SummaryAsked.class))
        .singleElement()
        .satisfies(asked -> assertThat(asked.adopted()).as("%s", asked).isTrue());
  }
}
