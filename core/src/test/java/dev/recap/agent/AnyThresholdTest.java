package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.compaction.Summarize;
import dev.recap.compaction.Trim;
import dev.recap.journal.Compacted;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import dev.recap.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of six items ends at any threshold, and does not ask for summaries all the time. */
class AnyThresholdTest {
  private static final int ITEMS = 6;
  private static final int TURNS = 4 * ITEMS + 1;
  private static final int LARGE = 200_000;

  private final PaintShop shop = new PaintShop();

  /** Goes through the items by its own count, whatever stands in the request. */
  private static final class Worker implements Model {
    private final int window;
    private int replies;
    private int summaries;
    private int overflows;

    Worker(int window) {
      this.window = window;
    }

    @Override
    public ModelProfile profile() {
      return new ModelProfile("worker", window, 0, null);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      long prompt = Tokens.of(request);
      if (prompt + request.maxOutputTokens() > window) {
        overflows++;
        throw new ModelException(
            ModelException.Category.WINDOW_OVERFLOW, "prompt is too long", null, null);
      }
      if (request.messages().getLast().text().endsWith("call no tool.")) {
        summaries++;
        return Replies.saying("All is as the record says.").using(prompt, 9).reply();
      }
      return next().using(prompt, 20).reply();
    }

    private Replies next() {
      String thing = "T-" + (replies / 4 + 1);
      int step = replies++ % 4;
      if (thing.equals("T-" + (ITEMS + 1))) {
        return Replies.saying("All painted.");
      }
      return switch (step) {
        case 0 -> Replies.calling("next_thing", "{}");
        case 1 -> Scripts.calls("look_up", "{'words':'%s'}".formatted("word ".repeat(120)));
        case 2 -> Scripts.paints(thing);
        default -> Scripts.finishes(thing);
      };
    }
  }

  private Run run(Worker model, Compaction compaction) {
    return Agent.builder(model)
        .tools(shop)
        .maxOutputTokens(300)
        .compaction(compaction)
        .withoutRecall()
        .limits(Limits.turns(3 * TURNS))
        .build()
        .start("Paint everything.");
  }

  private static Compaction[] policies(long tokens) {
    Compaction ladder = Compaction.atTokens(tokens);
    return new Compaction[] {
      ladder,
      ladder.minimumGain(0),
      ladder.target(1),
      ladder.stages(new Fold()),
      ladder.stages(new ClearToolResults().keepTokens(0)),
      ladder.stages(new Summarize()),
      ladder.stages(new Trim()),
      Compaction.summary(tokens)
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 700, 1_100, 1_600, 2_000, 2_500, 2_800, 5_000, 100_000, 1_000_000})
  void endsWithEverythingDoneAndFewSummaries(long threshold) {
    for (Compaction policy : policies(threshold)) {
      var model = new Worker(LARGE);
      Run run = run(model, policy);

      assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
      assertThat(shop.done).filteredOn(done -> done.startsWith("finished")).hasSize(ITEMS);
      assertThat(run.journal().entries().stream().filter(Compacted.class::isInstance).count())
          .isLessThanOrEqualTo(2L * TURNS);
      assertThat(run.journal().entries().stream().filter(SummaryAsked.class::isInstance).count())
          .isEqualTo(model.summaries)
          .isLessThan(TURNS);
      shop.reset();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 700, 1_100, 1_600, 2_000, 2_500, 2_800, 5_000, 100_000, 1_000_000})
  void recoversFromOverflowsWhereTheThresholdIsBeyondTheWindow(long threshold) {
    var model = new Worker(2_200);
    Compaction withoutFold =
        Compaction.atTokens(threshold)
            .stages(new ClearToolResults().keepTokens(0), new Summarize(), new Trim());
    Run run = run(model, withoutFold);

    assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
    assertThat(model.replies).isEqualTo(TURNS);
    assertThat(model.overflows > 0).isEqualTo(threshold + 300 > 2_200);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 700, 1_100, 1_600, 2_000, 2_500, 2_800, 5_000, 100_000, 1_000_000})
  void endsWithWhatIsTooSmallInAWindowThatNothingFits(long threshold) {
    Run run = run(new Worker(900), Compaction.atTokens(threshold));

    assertThat(run.result())
        .isInstanceOfSatisfying(
            RunResult.WindowExceeded.class,
            exceeded ->
                assertThat(exceeded.reason())
                    .contains("the window of 900 tokens is too small", "a reply may take 300"));
  }
}
